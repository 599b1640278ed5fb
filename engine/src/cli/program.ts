import { Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};

/** The `according` program with all its commands; each command's work is loaded when it is asked for. */
export function createProgram(finish: (code: number) => void): Command {
  const program = new Command('according')
    .description('Reads news reports and finds every attribution: who says it, in which words.')
    .version(version)
    .exitOverride()
    .configureOutput({ outputError: () => {} }) // run-command.ts says it, in our words
    .addHelpText(
      'after',
      `
Examples:
  $ according read report.html
  $ according read https://example.org/news/1 --html report-marked.html
  $ according extract < reports.jsonl > attributions.jsonl
  $ according doctor`,
    );

  program
    .command('read')
    .description('read reports and show who says what in them, who disputes it, and what they say themselves')
    .argument('<report...>', 'files or addresses of plain text, HTML or PDF; - for standard input')
    .addOption(new Option('--json', 'print the interchange format, one line a report').conflicts('html'))
    .option('--html <file>', 'write one self-contained page with the statements marked; - for standard output')
    .addOption(
      new Option('--text', 'show the whole text, the statements below each paragraph').conflicts(['json', 'html']),
    )
    .addOption(
      new Option('--explain', 'say under each statement what its speaker, stance and so on rest on').conflicts('json'),
    )
    .option('--nested', 'also find attributions inside the content of others; takes about half as long again')
    .option('--no-colour', 'no colours, even where the terminal has them')
    .option('--width <columns>', 'width of the text', wholeNumber(40, 400))
    .addHelpText(
      'after',
      `
The format is told by content. Exit code 1 means that some report could not be read.

Examples:
  $ according read report.txt interview.pdf
  $ according read report.txt --explain
  $ curl -s https://example.org/news/1 | according read -
  $ according read examples/*.html --html marked.html`,
    )
    .action(async (reports: string[], options) => finish(await (await import('./read.ts')).read(reports, options)));

  program
    .command('extract')
    .description('filter: JSONL of documents in, JSONL with their attributions out')
    .option('--workers <count>', 'threads that read at once', wholeNumber(1, 256), availableParallelism())
    .option('--nested', 'also find attributions inside the content of others; takes about half as long again')
    .option('--quiet', 'no progress, even where standard error is a terminal')
    .addHelpText(
      'after',
      `
Each line of standard input is an object with "text" or "html", and as it likes "id", "url", "title", "publisher", "date".
Lines come out in the same order. A line that cannot be read gives {"error": …} in its place, and exit code 1 at the end.

Examples:
  $ according extract < reports.jsonl > attributions.jsonl
  $ zcat crawl.jsonl.gz | according extract --workers 8 | gzip > attributions.jsonl.gz
  $ parallel --pipepart --block 50M -a reports.jsonl according extract --workers 1 > attributions.jsonl`,
    )
    .action(async (options) => finish(await (await import('./extract.ts')).extract(options)));

  program
    .command('evaluate')
    .description('score our attributions, or given ones, against a reference')
    .argument('<gold>', 'JSONL of documents with their reference attributions')
    .argument('[predicted]', 'JSONL of documents with attributions; where absent, the documents are read now')
    .option('--bootstrap <draws>', 'resample documents this often for 95 % intervals', wholeNumber(1, 100_000))
    .option('--json', 'print numbers as JSON')
    .option('--layer2 <file>', 'JSONL of labels for the attributions of the reference: who speaks, stance, distance, …')
    .option('--workers <count>', 'threads that read at once', wholeNumber(1, 256), availableParallelism())
    .addHelpText(
      'after',
      `
Attributions in the reference may carry labels of their meaning ("speaker", "sourceType", "quotation", "stance", "distance",
"disputes"), or have them in the file of --layer2; predictions that carry them are then scored for these too, and for how
far their "confidence" can be trusted.

Examples:
  $ according evaluate gold.jsonl
  $ according evaluate gold.jsonl predicted.jsonl --bootstrap 1000 --json
  $ according evaluate gold.jsonl predicted.jsonl --layer2 labels.jsonl`,
    )
    .action(async (gold: string, predicted: string | undefined, options) =>
      finish(await (await import('./evaluate.ts')).evaluate(gold, predicted, options)),
    );

  program
    .command('doctor')
    .description('show what runs here: Node, runtime, network and its checksum, threads')
    .option('--json', 'print it as JSON')
    .addHelpText('after', '\nExample:\n  $ according doctor')
    .action(async (options) => finish(await (await import('./doctor.ts')).doctor(options)));

  return program;
}

function wholeNumber(least: number, most: number): (value: string) => number {
  return (value) => {
    const number = Number(value);
    if (!Number.isInteger(number) || number < least || number > most) {
      throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`);
    }
    return number;
  };
}
