/** Large enough that handing one on costs little beside making it. */
const chunkLength = 1 << 16;

/** The same text in larger pieces; a piece of the stream is never cut. */
export async function* inChunks(
  pieces: AsyncIterable<string>,
  least: number = chunkLength,
): AsyncGenerator<string, void, undefined> {
  let chunk = '';
  for await (const piece of pieces) {
    chunk += piece;
    if (chunk.length < least) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk !== '') yield chunk;
}
