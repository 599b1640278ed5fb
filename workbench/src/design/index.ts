// Comes in: nothing; this is what all pages are made of.
// Goes out: colours, type, and the parts that every page uses.
export { Answer } from './answer.tsx';
export { Button, LinkButton } from './button.tsx';
export { Card } from './card.tsx';
export { Chip } from './chip.tsx';
export { EmptyState } from './empty-state.tsx';
export { ErrorState } from './error-state.tsx';
export { Field } from './field.tsx';
export { ListAnswer } from './list-answer.tsx';
export { Live } from './live.tsx';
export { Loading } from './loading.tsx';
export { Table, type Column } from './table.tsx';
export { useMedia } from './use-media.ts';
