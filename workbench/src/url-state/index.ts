// Comes in: the address of a page.
// Goes out: what is filtered, sorted and chosen there, and a way to change it that a colleague can be sent.
export {
  disputesAddress,
  placeAddress,
  reportAddress,
  speakerAddress,
  statementAddress,
  statementsAddress,
} from './addresses.ts';
export { isFiltered, queryFromSearch, queryToParameters, toggled } from './ledger-query.ts';
export { useAddress } from './use-address.ts';
export type { Address, Changes } from './use-address.ts';
export { useLedgerQuery } from './use-ledger-query.ts';
