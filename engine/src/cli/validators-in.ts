import type { Ledger } from '../ledger/index.ts';
import type { ValidatorStore } from '../pipeline/index.ts';

/** What a ledger has to ask addresses by whether they have changed. */
export function validatorsIn(ledger: Ledger): ValidatorStore {
  return { get: (url) => ledger.visitOf(url), set: (url, validators) => ledger.keepVisit(url, validators) };
}
