import { openLedger } from '../src/ledger/index.ts';
import { handMade } from './hand-made.ts';

// Adds invented reports to a ledger, one by one, and says the name of each as soon as it is kept:
// node add-reports.ts ADDRESS NAME COUNT

const [address = '', name = '', count = '0'] = process.argv.slice(2);
const ledger = await openLedger(address);
for (let number = 1; number <= Number(count); number++) {
  // One of its own, and one that every such process adds.
  for (const whose of [name, 'shared']) {
    const read = handMade(`[Ana Ruiz](source) [said](cue) [ferry ${number} of ${whose} was late](content).`);
    await ledger.add(
      {
        url: `https://news.example/${whose}/${number}`,
        id: null,
        origin: `${whose}-${number}.html`,
        publisher: whose,
        title: null,
        date: null,
        dateOrigin: 'none',
      },
      read,
    );
    process.stdout.write(`${whose}-${number}\n`);
  }
}
await ledger.close();
