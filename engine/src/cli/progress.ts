import type { LineResult } from '../pipeline/index.ts';

const redrawMs = 200;

/** One line on a terminal that says how far a long run has come. Draws nothing where it is off. */
export class Progress {
  readonly #stream: NodeJS.WriteStream;
  readonly #on: boolean;
  readonly #began = performance.now();
  #documents = 0;
  #failed = 0;
  #attributions = 0;
  #drawn = 0;

  constructor(stream: NodeJS.WriteStream, on: boolean) {
    this.#stream = stream;
    this.#on = on;
  }

  add({ failed, attributions }: Pick<LineResult, 'failed' | 'attributions'>): void {
    this.#documents++;
    this.#attributions += attributions;
    if (failed) this.#failed++;
    const now = performance.now();
    if (!this.#on || now - this.#drawn < redrawMs) return;
    this.#drawn = now;
    this.#stream.write(`\r\u001b[K${this.#line()}`);
  }

  end(): void {
    if (this.#on) this.#stream.write(`\r\u001b[K${this.#line()}\n`);
  }

  #line(): string {
    const seconds = (performance.now() - this.#began) / 1000;
    const rate = (this.#documents / Math.max(seconds, 0.001)).toFixed(1);
    const failed = this.#failed > 0 ? `, ${this.#failed} failed` : '';
    return `${count(this.#documents, 'document')}, ${count(this.#attributions, 'attribution')}${failed}, ${rate} documents/s, ${seconds.toFixed(0)} s`;
  }
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}
