import { isServerAddress } from '../ledger/index.ts';
import type { Added } from '../pipeline/index.ts';

type Failed = Added & { readonly kind: 'failed' };

/** Failures that the summary names; the rest it counts, and `--retry` has them all. */
export const mostNamed = 20;

/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

/** What became of the reports that were added, counted. */
export class AddTally {
  readonly #counts: Record<Added['kind'], number> = { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 };
  readonly #failures: Failed[] = [];
  #statements = 0;

  count(report: Added): void {
    this.#counts[report.kind]++;
    if (report.kind !== 'failed') this.#statements += report.statements;
    else if (this.#failures.length < mostNamed) this.#failures.push(report);
  }

  get reports(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  get failed(): number {
    return this.#counts.failed;
  }

  get statements(): number {
    return this.#statements;
  }

  /** Whether so much is new that the database should take stock. */
  get hasManyNew(): boolean {
    const { added, reread, 'new-version': newVersions } = this.#counts;
    return added + newVersions + reread >= manyReports;
  }

  /** What happened, a line for each kind of it. */
  summary({ ledger, dryRun = false }: { readonly ledger: string; readonly dryRun?: boolean }, seconds: number): string {
    const counts = this.#counts;
    const parts = [
      `${dryRun ? 'would add' : 'added'} ${number(counts.added)}`,
      `new versions ${number(counts['new-version'])}`,
      ...(counts.reread > 0 ? [`read again ${number(counts.reread)}`] : []),
      `unchanged ${number(counts.unchanged)}`,
      `failed ${number(counts.failed)}`,
    ];
    const statements = `${number(this.#statements)} ${this.#statements === 1 ? 'statement' : 'statements'}`;
    const where = dryRun ? ', nothing written' : ` → ${withoutPassword(ledger)}`;
    return [
      `${parts.join(' · ')}, ${statements} in ${seconds.toFixed(1)} s${where}\n`,
      failureLines(this.#failures, counts.failed),
      counts.failed > 0 && !dryRun ? 'Try these again with: according add --retry\n' : '',
    ].join('');
  }
}

/** A line for each failure, and how many more there are. */
export function failureLines(failures: readonly Omit<Failed, 'kind'>[], all: number): string {
  const named = failures.map(({ origin, code, message }) => `  ${origin}: ${message} (${code})\n`);
  return named.join('') + (all > named.length ? `  … and ${number(all - named.length)} more\n` : '');
}

export function withoutPassword(address: string): string {
  return isServerAddress(address) ? address.replace(/(?<=\/\/[^/@:]*:)[^/@]*(?=@)/u, '***') : address;
}

export function number(count: number): string {
  return count.toLocaleString('en');
}
