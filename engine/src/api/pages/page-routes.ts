import type { Hono } from 'hono';
import { compress } from 'hono/compress';
import { AccordingError } from '../../errors.ts';
import type { ApiEnv } from '../context.ts';
import { WorkbenchFiles } from './workbench-files.ts';

const notBuilt = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>According</title>
<h1>According is running, its pages are not built yet</h1>
<p>In a checkout, <code>npm run build</code> builds them; then load this page again.</p>
<p>The programming interface is there: <a href="/api/docs">/api/docs</a>.</p>
</html>
`;

/**
 * Serves the pages: files as they are, and for every other path, which the pages themselves make something of, the first
 * page.
 */
export function servePages<App extends Hono<ApiEnv>>(app: App, folders: readonly string[] | undefined): void {
  const files = new WorkbenchFiles(folders);
  // Scripts and styles are half a megabyte, and a third of that compressed. Answers with secrets in them are not compressed.
  app.use('/assets/*', compress({ encoding: 'gzip' }));
  app.get('*', (c) => {
    const { path } = c.req;
    const file = files.answer(path);
    if (file !== null) return file;
    // What looks like a file and is none is no page.
    if (path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/'))
      throw new AccordingError('not-found', `Expected an address of this server, got “${path.slice(0, 200)}”`);
    return files.answer('/index.html') ?? c.html(notBuilt, 200, { 'cache-control': 'no-store' });
  });
}
