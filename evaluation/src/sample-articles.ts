import type { WordPiece } from 'according/segment';
import { exampleTexts } from './corpus.ts';

/** Articles of about so many pieces, each a different run of paragraphs from the example reports. */
export async function sampleArticles(count: number, pieces: number, wordPiece: WordPiece): Promise<string[]> {
  const paragraphs = (await exampleTexts())
    .flatMap((text) => text.split(/\n+/u))
    .filter((paragraph) => paragraph !== '');
  return Array.from({ length: count }, (_, article) => {
    const chosen: string[] = [];
    let held = 0;
    for (let i = 0; held < pieces; i++) {
      const paragraph = paragraphs[(article * 7 + i * (1 + (article % 5))) % paragraphs.length]!;
      chosen.push(paragraph);
      held += wordPiece.encode(paragraph).ids.length;
    }
    return chosen.join('\n\n');
  });
}
