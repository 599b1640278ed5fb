// Comes in: documents with their statements.
// Goes out: text of some format; writing it somewhere is the caller's part.
export { errorLine, toInterchange } from './interchange.ts';
export type { InterchangeDocument } from './interchange.ts';
export { reportForTerminal } from './report-terminal.ts';
export { pageMark, reportsAsHtml } from './report-html.ts';
