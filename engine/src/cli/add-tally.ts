import { isServerAddress } from '../ledger/index.ts';
import type { Added } from '../pipeline/index.ts';

export type FailedReport = Added & { readonly kind: 'failed' };

/** Failures that the summary names; the rest it counts, and `--retry` has them all. */
export const mostNamed = 20;

/** From so many new ones on the database takes stock, so that searches stay fast. */
const manyReports = 500;

/** What became of the reports that were added, counted. */
export class AddTally {
  readonly #counts: Record<Added['kind'], number> = { added: 0, 'new-version': 0, reread: 0, unchanged: 0, failed: 0 };
  readonly #failures: FailedReport[] = [];
  #statements = 0;

  count(report: Added): void {
    this.#counts[report.kind]++;
    if (report.kind !== 'failed') this.#statements += report.statements;
    else if (this.#failures.length < mostNamed) this.#failures.push(report);
  }

  /** An address whose server says that nothing has changed. */
  countUnchanged(): void {
    this.#counts.unchanged++;
  }

  get reports(): number {
    return Object.values(this.#counts).reduce((sum, count) => sum + count, 0);
  }

  get added(): number {
    return this.#counts.added;
  }

  /** Reports whose text was read: added, new versions, read again. */
  get read(): number {
    const { added, reread, 'new-version': newVersions } = this.#counts;
    return added + newVersions + reread;
  }

  get failed(): number {
    return this.#counts.failed;
  }

  get statements(): number {
    return this.#statements;
  }

  /** Whether so much is new that the database should take stock. */
  get hasManyNew(): boolean {
    return this.read >= manyReports;
  }

  /** Whether anything is new, or has failed. */
  get hasNews(): boolean {
    return this.reports > this.#counts.unchanged;
  }

  /** The first of what failed. */
  get failures(): readonly FailedReport[] {
    return this.#failures;
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
    const where = dryRun ? ', nothing written' : ` → ${withoutPassword(ledger)}`;
    return [
      `${parts.join(' · ')}, ${this.#statementCount} in ${seconds.toFixed(1)} s${where}\n`,
      failureLines(this.#failures, counts.failed),
      counts.failed > 0 && !dryRun ? 'Try these again with: according add --retry\n' : '',
    ].join('');
  }

  /** What one look at watched feeds brought: `2026-03-04 10:15  added 2 · new versions 0 · failed 1, 14 statements`. */
  look(at: Date): string {
    const { added, failed, 'new-version': newVersions } = this.#counts;
    const when = at.toLocaleString('sv-SE').slice(0, 16);
    const counts = `added ${number(added)} · new versions ${number(newVersions)} · failed ${number(failed)}`;
    return `${when}  ${counts}, ${this.#statementCount}\n${failureLines(this.#failures, failed)}`;
  }

  get #statementCount(): string {
    return `${number(this.#statements)} ${this.#statements === 1 ? 'statement' : 'statements'}`;
  }
}

/** A line for each failure, and how many more there are. */
export function failureLines(
  failures: readonly Pick<FailedReport, 'origin' | 'code' | 'message'>[],
  all: number,
): string {
  const named = failures.map(({ origin, code, message }) => `  ${origin}: ${message} (${code})\n`);
  return named.join('') + (all > named.length ? `  … and ${number(all - named.length)} more\n` : '');
}

export function withoutPassword(address: string): string {
  return isServerAddress(address) ? address.replace(/(?<=\/\/[^/@:]*:)[^/@]*(?=@)/u, '***') : address;
}

export function number(count: number): string {
  return count.toLocaleString('en');
}
