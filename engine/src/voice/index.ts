// Comes in: a document and its attributions.
// Goes out: what the outlet states in its own voice.
export { findOwnVoice } from './find-own-voice.ts';
