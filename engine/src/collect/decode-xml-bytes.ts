/**
 * Decodes XML or JSON by its byte-order mark, else by the charset of the HTTP header, else by the one that XML declares
 * itself, else as UTF-8.
 */
export function decodeXmlBytes(bytes: Uint8Array, contentType: string | null): string {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  const declared = /^<\?xml[^>]*\sencoding\s*=\s*["']([\w.:-]{1,40})["']/u.exec(head)?.[1];
  const named = /charset\s*=\s*["']?([\w.:-]{1,40})/iu.exec(contentType ?? '')?.[1];
  return decoder(marked(bytes) ?? named ?? declared, declared).decode(bytes);
}

function marked(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** The first of the charsets that exists, else UTF-8. */
function decoder(...charsets: readonly (string | undefined)[]): InstanceType<typeof TextDecoder> {
  for (const charset of charsets) {
    try {
      if (charset !== undefined) return new TextDecoder(charset);
    } catch {
      // A name of no charset; the next may be one.
    }
  }
  return new TextDecoder();
}
