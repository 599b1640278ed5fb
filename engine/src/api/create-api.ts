import { OpenAPIHono } from '@hono/zod-openapi';
import { HTTPException } from 'hono/http-exception';
import { AccordingError, asAccordingError } from '../errors.ts';
import type { Ledger } from '../ledger/index.ts';
import type { ApiEnv, Context } from './context.ts';
import { checkHost } from './guards/check-host.ts';
import { checkOrigin } from './guards/check-origin.ts';
import { checkToken } from './guards/check-token.ts';
import { entityTag } from './guards/entity-tag.ts';
import { Gate } from './guards/gate.ts';
import { limitRate, loopbackRates, networkRates, type Rates } from './guards/limit-rate.ts';
import { limitTime } from './guards/limit-time.ts';
import { securityHeaders } from './guards/security-headers.ts';
import { uploadLimits, type Imports, type UploadLimits } from './imports/index.ts';
import { describeApi } from './openapi.ts';
import { servePages } from './pages/page-routes.ts';
import { problemResponse } from './problem.ts';
import type { Reading } from './reading/reading.ts';
import { comparisonRoutes } from './resources/comparison.ts';
import { disputeRoutes } from './resources/disputes.ts';
import { documentRoutes } from './resources/documents.ts';
import { entityRoutes } from './resources/entities.ts';
import { exportRoutes } from './resources/exports.ts';
import { facetRoutes } from './resources/facets.ts';
import { failureRoutes } from './resources/failures.ts';
import { importRoutes } from './resources/imports.ts';
import { ledgerRoutes } from './resources/ledger.ts';
import { overviewRoutes } from './resources/overview.ts';
import { sessionRoutes } from './resources/session.ts';
import { statementRoutes } from './resources/statements.ts';

export interface ApiSettings {
  readonly ledger: Ledger;
  readonly imports: Imports;
  /** What answers queries; the ledger itself if not said. */
  readonly reading?: Reading;
  /** Who may come in: whoever is on this machine, or whoever has a token. Loopback if not said. */
  readonly access?: 'loopback' | 'token';
  /** The server's port once it listens, by which the host of requests is checked. */
  readonly port?: () => number | null;
  readonly example?: boolean;
  /** Of the program. */
  readonly release?: string;
  readonly rates?: Rates;
  readonly uploads?: UploadLimits;
  /** How long a request may take, other than uploads, exports and events. */
  readonly timeoutMs?: number;
  /** Where the pages may lie. */
  readonly pageFolders?: readonly string[];
  readonly now?: () => number;
  /** Hears of errors that nobody foresaw. */
  readonly onError?: (error: AccordingError) => void;
}

const defaultTimeoutMs = 30_000;

/** What is marked by the state of the ledger: what depends on nothing else. */
const taggedPaths =
  /^\/api\/(?:ledger|documents|statements|facets|overview|entities|disputes|comparison|failures)(?:\/|$)/u;

/** The programming interface and the pages, without a network: `app.request('/api/ledger')` answers. */
export function createApi(settings: ApiSettings) {
  const { ledger, imports, reading = ledger, access = 'loopback', release = '0' } = settings;
  const { now = () => performance.now(), timeoutMs = defaultTimeoutMs } = settings;
  const needsToken = access === 'token';
  const gate = new Gate(ledger, now);
  const context: Context = {
    ledger,
    reading,
    imports,
    gate,
    needsToken,
    uploads: settings.uploads ?? uploadLimits,
    example: settings.example ?? false,
  };
  const app = new OpenAPIHono<ApiEnv>();
  app.use(securityHeaders());
  if (access === 'loopback') app.use(checkHost(settings.port ?? (() => null)));
  app.use(checkOrigin());
  if (needsToken) app.use('/api/*', checkToken(gate));
  app.use('/api/*', limitRate(settings.rates ?? (needsToken ? networkRates : loopbackRates), now));
  const inTime = limitTime(timeoutMs);
  app.use('/api/*', (c, next) => (isUpload(c.req.method, c.req.header('content-type')) ? next() : inTime(c, next)));
  const tagged = entityTag(ledger, release);
  app.use('/api/*', (c, next) => (taggedPaths.test(c.req.path) ? tagged(c, next) : next()));
  const routes = app
    .route('/api', ledgerRoutes(context))
    .route('/api', documentRoutes(context))
    .route('/api', statementRoutes(context))
    .route('/api', facetRoutes(context))
    .route('/api', overviewRoutes(context))
    .route('/api', entityRoutes(context))
    .route('/api', disputeRoutes(context))
    .route('/api', comparisonRoutes(context))
    .route('/api', exportRoutes(context))
    .route('/api', importRoutes(context))
    .route('/api', failureRoutes(context))
    .route('/api', sessionRoutes(context));
  describeApi(app, { release, needsToken });
  servePages(app, settings.pageFolders);
  app.all('*', (c) => {
    const message = `Expected another method for “${c.req.path.slice(0, 200)}”, got ${c.req.method.slice(0, 20)}`;
    throw new AccordingError('method-not-allowed', message);
  });
  app.onError((error) => {
    const known = error instanceof HTTPException ? refusalOf(error) : asAccordingError(error);
    if (known.code === 'internal') settings.onError?.(known);
    return problemResponse(known);
  });
  return routes;
}

/** The routes with their types, for `hc<Api>(address)` of `hono/client`. */
export type Api = ReturnType<typeof createApi>;

function isUpload(method: string, contentType: string | undefined): boolean {
  return method === 'POST' && /^multipart\//iu.test(contentType ?? '');
}

/** What the framework refuses: a body that is no JSON, or of another kind. */
function refusalOf({ message, cause }: HTTPException): AccordingError {
  return new AccordingError('request-invalid', `Expected a body of application/json, got: ${message}`, {}, cause);
}
