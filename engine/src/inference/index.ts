// Comes in: piece ids of a window.
// Goes out: the network's scores for it. Nothing else imports the ONNX runtime.
export { AttributionNetwork } from './attribution-network.ts';
export type { WindowScores } from './attribution-network.ts';
export { readModelFolder, shippedModelPath } from './model-folder.ts';
export type { Manifest, ModelFolder } from './model-folder.ts';
export { loadRuntime } from './runtime.ts';
export type { Runtime, RuntimeKind } from './runtime.ts';
export { probabilityOf } from './logistic.ts';
export type { Logistic } from './logistic.ts';
