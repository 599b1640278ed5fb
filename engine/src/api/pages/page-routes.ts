import type { Hono } from 'hono';
import { AccordingError } from '../../errors.ts';
import type { ApiEnv } from '../context.ts';
import { findWorkbench, workbenchFile, type WorkbenchFiles } from './workbench-files.ts';

/** Until the workbench is there, it is looked for again at most this often. */
const lookAgainMs = 2000;

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
  let files: WorkbenchFiles | null = null;
  let lookedMs = Number.NEGATIVE_INFINITY;
  app.get('*', (c) => {
    if (files === null && performance.now() - lookedMs > lookAgainMs) {
      files = findWorkbench(folders);
      lookedMs = performance.now();
    }
    const { path } = c.req;
    const file = files?.get(path);
    if (file !== undefined) return workbenchFile(path, file);
    // What looks like a file and is none is no page.
    if (path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/'))
      throw new AccordingError('not-found', `Expected an address of this server, got “${path.slice(0, 200)}”`);
    const index = files?.get('/index.html');
    return index === undefined
      ? c.html(notBuilt, 200, { 'cache-control': 'no-store' })
      : workbenchFile('/index.html', index);
  });
}
