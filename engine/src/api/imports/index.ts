export type { Import, ImportInput, Upload } from './import.ts';
export { Imports } from './imports.ts';
export type { ImportSettings } from './imports.ts';
export { readUpload, uploadLimits } from './read-upload.ts';
export type { UploadLimits } from './read-upload.ts';
