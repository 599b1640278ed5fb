import type { ReactElement } from 'react';
import { Link } from 'wouter';
import type { ReportReading } from '../../api/index.ts';
import { Button } from '../../design/index.ts';
import { reportAddress, useAddress } from '../../url-state/index.ts';
import { countOf, instantOf, reportDateOf, titleOf } from '../../words/index.ts';
import { webAddress } from './original-link.ts';

/** Where a report comes from, which text of it this is, and who else printed the same. */
export function ReportHead({ reading }: { readonly reading: ReportReading }): ReactElement {
  const { report, origin, sameText, diagnostics } = reading;
  const address = webAddress(report.url);
  return (
    <div className="reader-head">
      <p>
        {[report.publisher, reportDateOf(report.date)].filter((part) => part !== null).join(' · ')}
        {' · '}
        {address === null ? (
          <span className="dim">{origin}</span>
        ) : (
          <a href={address} rel="noopener noreferrer" target="_blank">
            original page
          </a>
        )}
      </p>
      <Versions reading={reading} />
      {sameText.length > 0 && (
        <details className="reader-copies">
          <summary>The same text in {countOf(sameText.length, 'other report')}: copies, one source</summary>
          <ul>
            {sameText.map((copy) => (
              <li key={`${copy.id} ${copy.version}`}>
                <Link href={reportAddress(copy)}>{titleOf(copy)}</Link>{' '}
                <span className="dim">
                  {[copy.publisher, reportDateOf(copy.date)].filter((part) => part !== null).join(' · ')}
                </span>
              </li>
            ))}
          </ul>
        </details>
      )}
      {diagnostics.length > 0 && (
        <details className="reader-copies">
          <summary>{countOf(diagnostics.length, 'thing')} in this text made it hard to read</summary>
          <ul>
            {diagnostics.map(({ code, message, span }, index) => (
              <li key={index}>
                {message}
                {span !== null && `: “${reading.text.slice(span.start, Math.min(span.end, span.start + 60))}”`}{' '}
                <code className="dim">{code}</code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function Versions({ reading: { report, versions } }: { readonly reading: ReportReading }): ReactElement | null {
  const { value, change } = useAddress();
  if (versions.length < 2) return null;
  const latest = versions.at(-1)!.number;
  const comparing = value('compare') === '1';
  return (
    <div className="reader-versions no-print" role="group" aria-label="Versions of this report">
      {versions.map(({ number, seenAt }) => (
        <Button
          key={number}
          pressed={number === report.version}
          title={`seen ${instantOf(seenAt)}`}
          onClick={() =>
            change({
              version: number === latest ? null : number,
              statement: null,
              // The first has none before it.
              compare: comparing && number > versions[0]!.number ? '1' : null,
            })
          }
        >
          Version {number}
          {number === latest && ' (newest)'}
        </Button>
      ))}
      {report.version > versions[0]!.number && (
        <Button pressed={comparing} onClick={() => change({ compare: comparing ? null : '1', statement: null })}>
          What changed
        </Button>
      )}
    </div>
  );
}
