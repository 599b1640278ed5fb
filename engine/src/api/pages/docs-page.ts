import { errorCodes } from '../../errors.ts';
import { escapeHtml } from '../../export/index.ts';
import type { ApiDescription, Operation, Parameter } from '../openapi.ts';
import { statusOf } from '../problem.ts';

/** The style of the page, served beside it: a page may hold none. */
export const docsStyle = `:root { color-scheme: light dark }
body { font: 1rem/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
code { font: 0.95em ui-monospace, monospace }
h2 { margin-top: 2.5rem }
h2 code { font-size: 1.05em }
table { border-collapse: collapse; width: 100% }
th, td { text-align: start; vertical-align: top; padding: 0.25rem 1rem 0.25rem 0; border-bottom: 1px solid #8884 }
nav ul { columns: 2; padding-left: 1rem }
`;

/** A page that shows every route with its parameters and answers, made of the OpenAPI document. */
export function docsPage({ info, paths }: ApiDescription): string {
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ method: method.toUpperCase(), path, operation })),
  );
  const links = operations.map(
    ({ method, path }) => `<li><a href="#${anchor(method, path)}"><code>${method} ${escapeHtml(path)}</code></a></li>`,
  );
  const errors = errorCodes.map(
    (code) => `<tr id="error-${code}"><td><code>${code}</code></td><td>${statusOf(code)}</td></tr>`,
  );
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${escapeHtml(info.title)}: programming interface</title>
<link rel="stylesheet" href="/api/docs.css">
</head>
<body>
<main>
<h1>${escapeHtml(info.title)} ${escapeHtml(info.version)}: programming interface</h1>
<p>${escapeHtml(info.description ?? '')}</p>
<p>For programs: <a href="/api/openapi.json">/api/openapi.json</a> (OpenAPI 3.1).</p>
<nav aria-label="Routes"><ul>${links.join('')}</ul></nav>
${operations.map(({ method, path, operation }) => sectionOf(method, path, operation)).join('\n')}
<h2 id="errors">Errors</h2>
<p>An error is a JSON object with <code>type</code>, <code>title</code>, <code>status</code>, <code>detail</code> and one of these
as <code>code</code>.</p>
<table><thead><tr><th scope="col">Code</th><th scope="col">Status</th></tr></thead><tbody>${errors.join('')}</tbody></table>
</main>
</body>
</html>
`;
}

function sectionOf(method: string, path: string, operation: Operation): string {
  const { summary = '', description, parameters = [], requestBody, responses = {} } = operation;
  const rows = parameters.map(rowOf).join('');
  const bodies = Object.keys(requestBody?.content ?? {}).map((type) => `<code>${escapeHtml(type)}</code>`);
  const given = Object.entries(responses)
    .filter(([status]) => status.startsWith('2'))
    .map(([status, { description: what = '', content = {} }]) => {
      const types = Object.keys(content).map((type) => `<code>${escapeHtml(type)}</code>`);
      return `<p>${status}: ${escapeHtml(what)}${types.length > 0 ? ` (${types.join(', ')})` : ''}</p>`;
    });
  return `<h2 id="${anchor(method, path)}"><code>${method} ${escapeHtml(path)}</code></h2>
<p>${escapeHtml(summary)}.${description === undefined ? '' : ` ${escapeHtml(description)}`}</p>
${bodies.length > 0 ? `<p>Body: ${bodies.join(' or ')}</p>` : ''}
${rows === '' ? '' : `<table><thead><tr><th scope="col">Parameter</th><th scope="col">Values</th><th scope="col">What it says</th></tr></thead><tbody>${rows}</tbody></table>`}
${given.join('')}`;
}

function rowOf({ name, required = false, description, schema = {} }: Parameter): string {
  const what = description ?? (typeof schema['description'] === 'string' ? schema['description'] : '');
  return `<tr><td><code>${escapeHtml(name)}</code>${required ? ' (needed)' : ''}</td><td>${escapeHtml(valuesOf(schema))}</td><td>${escapeHtml(what)}</td></tr>`;
}

function valuesOf(schema: Readonly<Record<string, unknown>>): string {
  const { type, items, enum: values } = schema;
  if (Array.isArray(values)) return values.join(', ');
  if (type === 'array') return `${valuesOf((items ?? {}) as typeof schema)}; may stand several times`;
  return typeof type === 'string' ? type : '';
}

function anchor(method: string, path: string): string {
  return `${method.toLowerCase()}${path.replace(/\W+/gu, '-').replace(/-$/u, '')}`;
}
