import { gzipSync } from 'node:zlib';

/** Records of web archives, for tests. */

export interface TestRecord {
  readonly type?: string;
  readonly url?: string;
  /** In place of the true one. */
  readonly contentLength?: number | string;
}

/** One WARC record with this block. */
export function warcRecord(block: string | Uint8Array, record: TestRecord = {}): Buffer {
  const bytes = Buffer.from(block);
  const { type = 'response', url = 'https://courier.example/tunnel', contentLength = bytes.length } = record;
  const header = `WARC/1.0\r\nWARC-Type: ${type}\r\nWARC-Target-URI: ${url}\r\nContent-Type: application/http; msgtype=response\r\nContent-Length: ${contentLength}\r\n\r\n`;
  return Buffer.concat([Buffer.from(header), bytes, Buffer.from('\r\n\r\n')]);
}

/** An HTTP response. */
export function http(body: string | Uint8Array, headers: readonly string[] = [], status = '200 OK'): Buffer {
  const lines = [`HTTP/1.1 ${status}`, 'Content-Type: text/html; charset=utf-8', ...headers, '', ''];
  return Buffer.concat([Buffer.from(lines.join('\r\n')), Buffer.from(body)]);
}

/** A page of its own address. */
export function pageRecord(name: string): Buffer {
  return warcRecord(http(`<p>${name} said so.</p>`), { url: `https://courier.example/${name}` });
}

export function packed(...records: readonly Uint8Array[]): Buffer {
  return Buffer.concat(records.map((record) => gzipSync(record)));
}
