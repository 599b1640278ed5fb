export {
  comparisonSchema,
  disputeRecordSchema,
  facetsSchema,
  ledgerSummarySchema,
  overviewSchema,
  searchHitSchema,
  speakerProfileSchema,
  speakerSummarySchema,
} from './overview.ts';
export { failureSchema, importSchema } from './import.ts';
export { reportReadingSchema, reportSummarySchema, reportVersionSchema } from './report.ts';
export { ledgerRecordSchema } from './statement-record.ts';
