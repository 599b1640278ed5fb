/** Endings of what lies beside saved pages, of what systems leave in folders, and of the ledger's own files. */
const noReport =
  /\.(?:css|m?js|map|png|jpe?g|gif|svg|webp|avif|ico|bmp|tiff?|woff2?|ttf|otf|eot|mp[34]|m4[av]|webm|ogg|wav|avi|mov|swf|db|sqlite3?|db-wal|db-shm|db-journal|tmp|part|crdownload|lock|log|ini|exe|dll|so|pyc)$/iu;

/** What tells of the files beside it. */
const readme = /^readme(?:\.(?:md|markdown|txt|rst))?$/iu;

/**
 * Whether a name in a folder or an archive is left out without a word: hidden files, `node_modules`, a `README`, and what is
 * no report by its ending. A file that is named by itself is never left out.
 */
export function isLeftOut(name: string): boolean {
  return /^(?:\.|~\$|__MACOSX$|node_modules$|Thumbs\.db$)/u.test(name) || readme.test(name) || noReport.test(name);
}
