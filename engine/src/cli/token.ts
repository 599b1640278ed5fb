import { AccordingError } from '../errors.ts';
import { openLedger, type TokenRole } from '../ledger/index.ts';
import { exitCode } from './exit-code.ts';
import { Output } from './output.ts';

export interface TokenCommandOptions {
  readonly ledger: string;
  readonly role?: TokenRole;
}

/** `according token`: who may come in over the network. */
export async function token(
  action: 'add' | 'list' | 'remove',
  name: string | undefined,
  { ledger: address, role }: TokenCommandOptions,
): Promise<number> {
  if (action !== 'list' && (name === undefined || !/^[\p{L}\p{N}][\p{L}\p{N} ._@-]{0,79}$/u.test(name)))
    throw new AccordingError('usage', `Expected a name of letters and digits to ${action}, got “${name ?? ''}”`);
  if (action === 'add' && role === undefined)
    throw new AccordingError('usage', 'Expected --role reader | reviewer | admin, got none');
  const output = new Output(process.stdout);
  const ledger = await openLedger(address);
  try {
    if (action === 'add') {
      await output.write(`${await ledger.addToken(name!, role!)}\n`);
      process.stderr.write(`according: ${name} is ${role}; the token cannot be shown again\n`);
    } else if (action === 'list') {
      for (const { name, role, addedAt } of await ledger.tokenHolders())
        await output.write(`${name}\t${role}\t${addedAt}\n`);
    } else if (!(await ledger.removeToken(name!))) {
      throw new AccordingError('token-invalid', `Expected somebody who has a token, got “${name}”`);
    }
  } finally {
    await ledger.close();
  }
  return exitCode.ok;
}
