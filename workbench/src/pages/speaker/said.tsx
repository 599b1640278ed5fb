import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { answers, overviewTableAddress, type Overview, type Parameters, type SpeakerProfile } from '../../api/index.ts';
import { ChartPatterns, OutletChart, TimeChart, withinPeriod } from '../../charts/index.ts';
import { Answer, EmptyState, Field, LinkButton, ListAnswer, Live } from '../../design/index.ts';
import { inRows, RecordItem, ReportLine } from '../../records/index.ts';
import { statementsAddress, useAddress } from '../../url-state/index.ts';
import { countOf, labelOf, numberOf, outletLabel } from '../../words/index.ts';
import { queryOf } from './query-of.ts';

/** Everything that a speaker says, over time and by outlet, and sentence by sentence. */
export function Said({ profile }: { readonly profile: SpeakerProfile }): ReactElement {
  const { value } = useAddress();
  const [outlet, stance] = [value('outlet'), value('stance')];
  const query = useMemo(
    (): Parameters => ({
      ...queryOf(profile),
      ...(outlet !== null && { publisher: [outlet] }),
      ...(stance !== null && { stance: [stance] }),
    }),
    [profile, outlet, stance],
  );
  const overview = useQuery(answers.overview({ ...query, publishers: '60' }));
  const list = useInfiniteQuery(answers.statements({ ...query, sort: 'date', limit: 50 }));
  return (
    <section aria-labelledby="speaker-said" className="speaker-said">
      <div className="speaker-bar">
        <h2 id="speaker-said">What is said</h2>
        <SaidFilters profile={profile} />
      </div>
      <Answer of={overview} what="the counts">
        {(found) => found.statements > 1 && <SaidCharts overview={found} query={query} />}
      </Answer>
      <Live>
        {overview.data !== undefined && !overview.isPlaceholderData && (
          <strong>{countOf(overview.data.statements, 'statement')}, the newest first</strong>
        )}
      </Live>
      <ListAnswer
        of={list}
        what="statements"
        empty={<EmptyState title="No statement fits both.">Choose another outlet, or another stance.</EmptyState>}
      >
        {(hits) =>
          inRows(hits, ({ record }) => `${record.report.id} ${record.report.version}`).map((row) => (
            <section key={row[0].record.id} className="speaker-report">
              <h3>
                <ReportLine report={row[0].record.report} />
              </h3>
              <ul>
                {row.map(({ record }) => (
                  <li key={record.id}>
                    <RecordItem record={record} without="both" />
                  </li>
                ))}
              </ul>
            </section>
          ))
        }
      </ListAnswer>
      <p className="no-print">
        <LinkButton href={statementsAddress(query)}>All filters, and downloads</LinkButton>
      </p>
    </section>
  );
}

function SaidFilters({ profile }: { readonly profile: SpeakerProfile }): ReactElement {
  const { value, search, change } = useAddress();
  const { byPublisher, byStance, publisher } = profile;
  return (
    <search className="speaker-filters no-print">
      {publisher === null && byPublisher.length > 1 && (
        <Field label="Outlet">
          {(id) => (
            <select
              id={id}
              // An empty outlet stands for reports without one.
              value={search.has('outlet') ? `=${value('outlet')}` : ''}
              onChange={({ target }) => change({ outlet: target.value === '' ? null : [target.value.slice(1)] })}
            >
              <option value="">all</option>
              {byPublisher.map((count) => (
                <option key={count.value} value={`=${count.value}`}>
                  {outletLabel(count.value)} ({numberOf(count.count)})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
      {byStance.length > 1 && (
        <Field label="Stance">
          {(id) => (
            <select id={id} value={value('stance') ?? ''} onChange={({ target }) => change({ stance: target.value })}>
              <option value="">all</option>
              {byStance.map((count) => (
                <option key={count.value} value={count.value}>
                  {labelOf('stance', count.value).label} ({numberOf(count.count)})
                </option>
              ))}
            </select>
          )}
        </Field>
      )}
    </search>
  );
}

function SaidCharts({ overview, query }: { readonly overview: Overview; readonly query: Parameters }): ReactElement {
  const hrefs = useMemo(
    () => ({
      time: (date: string) => statementsAddress({ ...query, ...withinPeriod(date, {}) }),
      stance: (outlet: string, stance: string | null) =>
        statementsAddress({ ...query, publisher: [outlet], ...(stance !== null && { stance: [stance] }) }),
    }),
    [query],
  );
  // Of one speaker, all that it says counts as one, whatever kind of source it is taken for.
  const byTime = useMemo(
    () => overview.sourceTypeByTime.map(({ group, count }) => ({ group, value: 'statement', count })),
    [overview],
  );
  const dated = byTime.reduce((sum, { count }) => sum + count, 0);
  const name = String(query['speakerName']);
  const shared = { measure: 'count', noun: 'statement', about: name } as const;
  return (
    <>
      <ChartPatterns />
      <div className="speaker-charts">
        {dated > 0 && (
          <TimeChart
            {...shared}
            name="over-time"
            title="Over time"
            rows={byTime}
            field="kind"
            undated={overview.statements - dated}
            csv={overviewTableAddress('sourceTypeByTime', query)}
            hrefOf={hrefs.time}
          />
        )}
        {overview.statements > 0 && (
          <OutletChart
            {...shared}
            name="by-outlet"
            title="Outlets and stances"
            rows={overview.stanceByPublisher}
            field="stance"
            csv={overviewTableAddress('stanceByPublisher', { ...query, publishers: '60' })}
            hrefOf={hrefs.stance}
          />
        )}
      </div>
    </>
  );
}
