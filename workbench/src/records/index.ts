// Comes in: statements and own-voice clauses as the server gives them.
// Goes out: each as it stands in a list, with the words of its roles marked.
export { inRows } from './in-rows.ts';
export { MarkedSentence } from './marked-sentence.tsx';
export { RecordItem } from './record-item.tsx';
export { ReportLine } from './report-line.tsx';
export { SpeakerName } from './speaker-name.tsx';
