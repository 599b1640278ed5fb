// Comes in: the filters in the address of a page, and how much there is of each value.
// Goes out: what sets them and takes them away, beside that which is found.
export { ActiveFilters } from './active-filters.tsx';
export { FilteredColumns } from './filtered-columns.tsx';
export { useTypedWords } from './use-typed-words.ts';
