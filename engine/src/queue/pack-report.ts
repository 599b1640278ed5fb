import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gunzip, gzip } from 'node:zlib';
import type { KnownFacts, RawBody, RawReport } from '../collect/index.ts';
import { AccordingError } from '../errors.ts';

/** A report as a database can carry it. */
export interface PackedReport {
  /** A hash of all that is known of the report, in the spelling of a UUID: the same report has the same one everywhere. */
  readonly id: string;
  /** Base64, since JSON in PostgreSQL takes neither bytes nor the character zero. */
  readonly packed: string;
}

interface Head {
  readonly origin: string;
  readonly place?: string;
  readonly known: KnownFacts;
  /** The body; bytes follow the head as they are. */
  readonly body: Exclude<RawBody, { readonly kind: 'bytes' }> | Omit<RawBody & { readonly kind: 'bytes' }, 'bytes'>;
}

const endOfHead = '\n'.charCodeAt(0);
/** Pages shrink to a fifth even so, and higher levels would keep the one process that queues from fetching. */
const level = 1;

/** Makes one string of a report: a line of JSON, then the body's bytes, compressed. */
export async function packReport({ origin, place, known, body }: RawReport): Promise<PackedReport> {
  const { bytes, ...rest } = body.kind === 'bytes' ? body : { ...body, bytes: new Uint8Array() };
  const head: Head = { origin, ...(place !== undefined && { place }), known, body: rest };
  const whole = Buffer.concat([Buffer.from(`${JSON.stringify(head)}\n`), bytes]);
  const hash = createHash('sha256').update(whole).digest('hex');
  const id = hash.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12}).*$/u, '$1-$2-$3-$4-$5');
  return { id, packed: (await promisify(gzip)(whole, { level })).toString('base64') };
}

/** @throws {AccordingError} `job-invalid` */
export async function unpackReport({
  id,
  packed,
}: {
  readonly id: string;
  readonly packed: unknown;
}): Promise<RawReport> {
  try {
    const whole = await promisify(gunzip)(Buffer.from(packed as string, 'base64'));
    const end = whole.indexOf(endOfHead);
    const { body, ...rest } = JSON.parse(whole.toString('utf8', 0, end)) as Head;
    if (body.kind !== 'bytes') return { ...rest, body };
    return { ...rest, body: { ...body, bytes: new Uint8Array(whole.subarray(end + 1)) } };
  } catch (error) {
    throw new AccordingError(
      'job-invalid',
      `Expected a report in the queue, got something else: job ${id}`,
      { id },
      error,
    );
  }
}
