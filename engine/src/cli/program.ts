import { Argument, Command, InvalidArgumentError, Option } from 'commander';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseDuration } from './parse-duration.ts';
import { withQueryOptions } from './query-options.ts';

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
  $ according add reports/ && according search "ground water" --stance denies
  $ according export --speaker Okonjo --output okonjo.xlsx
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
    .command('add')
    .description('read reports into a ledger: one file, or a PostgreSQL server')
    .argument('[input...]', 'files, folders, patterns or addresses')
    .addOption(ledgerOption())
    .option('--workers <count>', 'threads that read at once', wholeNumber(1, 256), availableParallelism())
    .option('--column <field=name...>', 'which column of a table holds what: text=body, url=link')
    .option('--sheet <name>', 'which sheet of a workbook; the first one if not said')
    .option('--retry', 'try again what could not be added before')
    .option('--dry-run', 'read, and say what would be added; write nothing')
    .addOption(
      new Option('--watch', 'look at feeds again and again, and add what is new, until Ctrl-C').conflicts([
        'retry',
        'dryRun',
        'queue',
      ]),
    )
    .option('--every <time>', 'least time between two looks, such as 30s, 15m, 1h; 15m if not said', duration)
    .option('--allow-private', 'fetch from private and loopback addresses as well')
    .addOption(
      new Option('--queue', 'only queue the reports, for according work to read; on a PostgreSQL server').conflicts(
        'dryRun',
      ),
    )
    .option('--quiet', 'no progress, even where standard error is a terminal')
    .addHelpText(
      'after',
      `
Inputs may be HTML, text, PDF, JSONL, CSV, TSV, XLSX, zip and gzip of these, RSS, Atom and JSON feeds, sitemaps, lists of
addresses, WARC. Adding twice changes nothing: stopped at any moment, the same command again does the rest. A report whose
text changed becomes a new version of it. Exit code 1 means that some report could not be added.

Examples:
  $ according add reports/ archive.zip
  $ according add crawl.warc.gz --workers 8
  $ according add articles.csv --column text=body --column publisher="Name of paper"
  $ according add https://example.org/feed.xml --ledger postgres://me@server/press
  $ according add crawl.warc.gz --ledger postgres://me@server/press --queue
  $ according add --watch https://example.org/feed.xml --every 1h`,
    )
    .action(async (inputs: string[], options) => {
      if (options.queue === true) return finish(await (await import('./queue.ts')).queue(inputs, options));
      if (options.watch === true) return finish(await (await import('./watch.ts')).watch(inputs, options));
      return finish(await (await import('./add.ts')).add(inputs, options));
    });

  program
    .command('work')
    .description(
      'read into a ledger what add --queue has queued; several of these, on several machines, share the work',
    )
    .addOption(ledgerOption())
    .option('--workers <count>', 'threads that read at once', wholeNumber(1, 256), availableParallelism())
    .option('--until-empty', 'end when nothing is queued and no other is at work; else wait for more')
    .option('--quiet', 'no progress, even where standard error is a terminal')
    .addHelpText(
      'after',
      `
The ledger has to be on a PostgreSQL server. What a process was reading when it was killed comes back some ten seconds later, and
another one reads it. Ctrl-C finishes what is being read and gives the rest back at once. Exit code 1 means that some report
could not be added.

Examples:
  $ according work --ledger postgres://me@server/press
  $ according work --ledger postgres://me@server/press --until-empty --workers 8`,
    )
    .action(async (options) => finish(await (await import('./work.ts')).work(options)));

  withQueryOptions(
    program
      .command('search')
      .description('find statements in a ledger')
      .argument('[words...]', 'words, or phrases in quotation marks, of what is said')
      .addOption(ledgerOption()),
  )
    .addOption(new Option('--sort <order>', 'by').choices(['relevance', 'date', 'confidence', 'speaker']))
    .option('--limit <count>', 'how many to show', wholeNumber(1, 500), 20)
    .option('--cursor <mark>', 'go on where the page before ended')
    .option('--facets', 'also count speakers, outlets, stances and so on')
    .option('--json', 'print the page as JSON')
    .addHelpText(
      'after',
      `
Examples:
  $ according search tunnel cracks
  $ according search "ground water" --stance denies accuses --facets
  $ according search --speaker Okonjo --from 2026-03 --sort date`,
    )
    .action(async (words: string[], options) => finish(await (await import('./search.ts')).search(words, options)));

  withQueryOptions(
    program
      .command('export')
      .description(
        'write all that a query finds: every record with its outlet, address, date, hash, offsets and sentence',
      )
      .argument('[words...]', 'words, or phrases in quotation marks, of what is said')
      .addOption(ledgerOption()),
  )
    .addOption(
      new Option('--format <name>', 'format; told by the file’s ending if not said').choices([
        'csv',
        'xlsx',
        'jsonl',
        'parquet',
        'brat',
        'web-annotation',
        'web-annotation-lines',
        'schema-org',
        'html',
      ]),
    )
    .requiredOption('--output <file>', 'file to write; - for standard output')
    .addHelpText(
      'after',
      `
Examples:
  $ according export --output all.parquet
  $ according export tunnel --disputed --output disputed.xlsx
  $ according export --speaker Okonjo --format jsonl --output - | gzip > okonjo.jsonl.gz`,
    )
    .action(async (words: string[], options) =>
      finish(await (await import('./export.ts')).exportRecords(words, options)),
    );

  program
    .command('reread')
    .description('read again with this network what an older one has read; older readings stay')
    .addOption(ledgerOption())
    .option('--workers <count>', 'threads that read at once', wholeNumber(1, 256), availableParallelism())
    .option('--quiet', 'no progress, even where standard error is a terminal')
    .addHelpText('after', '\nExample:\n  $ according reread --ledger press.db')
    .action(async (options) => finish(await (await import('./reread.ts')).reread(options)));

  program
    .command('copy')
    .description('copy a ledger into another: from a file to a server, or back')
    .argument('<from>', 'ledger to copy: a file or postgres://…')
    .argument('<to>', 'ledger to copy into; made where it is not there')
    .option('--quiet', 'no progress, even where standard error is a terminal')
    .addHelpText('after', '\nExample:\n  $ according copy according.db postgres://me@server/press')
    .action(async (from: string, to: string, options) =>
      finish(await (await import('./copy.ts')).copy(from, to, options)),
    );

  program
    .command('serve')
    .description('serve the workbench and the programming interface, on this machine or for a network')
    .addOption(ledgerOption())
    .option('--port <number>', 'port; another one where it is taken, 0 for any', wholeNumber(0, 65_535), 4300)
    .option('--host <address>', 'address to serve on; beyond this machine tokens are asked for', '127.0.0.1')
    .option('--workers <count>', 'threads that read imports at once', wholeNumber(1, 256), availableParallelism())
    .option('--open', 'open the browser, where there is a desktop')
    .option('--example <folder>', 'read this folder of example reports first, and offer the tour')
    .addHelpText(
      'after',
      `
The address stands on a line of its own as soon as it answers. Ctrl-C ends it.

Examples:
  $ according serve --open
  $ according serve --ledger postgres://me@server/press --port 8080
  $ according token add Ana --role admin && according serve --host 0.0.0.0`,
    )
    .action(async (options) => finish(await (await import('./serve.ts')).serve(options)));

  program
    .command('token')
    .description('say who may come in where the workbench is served for a network')
    .addArgument(new Argument('<action>', 'what to do').choices(['add', 'list', 'remove']))
    .argument('[name]', 'whose token it is')
    .addOption(ledgerOption())
    .addOption(new Option('--role <role>', 'what its holder may do').choices(['reader', 'reviewer', 'admin']))
    .addHelpText(
      'after',
      `
A token is shown once, and kept as a hash alone.

Examples:
  $ according token add Ana --role reviewer
  $ according token list
  $ according token remove Ana`,
    )
    .action(async (action: 'add' | 'list' | 'remove', name: string | undefined, options) =>
      finish(await (await import('./token.ts')).token(action, name, options)),
    );

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

function ledgerOption(): Option {
  return new Option('--ledger <address>', 'file, or postgres://…').default('./according.db').env('ACCORDING_LEDGER');
}

function duration(value: string): number {
  const ms = parseDuration(value);
  if (ms === null) throw new InvalidArgumentError('Expected a time such as 15m or 1h, of a week at most.');
  return ms;
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
