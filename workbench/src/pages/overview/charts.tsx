import { useMemo, type ReactElement } from 'react';
import { overviewTableAddress, type Overview, type Parameters } from '../../api/index.ts';
import { ChartPatterns, OutletChart, TimeChart, withinPeriod } from '../../charts/index.ts';
import { statementsAddress, useAddress } from '../../url-state/index.ts';
import { countOf } from '../../words/index.ts';
import { queryInWords } from './query-in-words.ts';

interface ChartsProps {
  readonly overview: Overview;
  readonly query: Parameters;
  /** How many outlets there are at most. */
  readonly outlets: number;
}

/** Who is heard, how, and how often, by outlets and in time. */
export function Charts({ overview, query, outlets }: ChartsProps): ReactElement {
  const { value } = useAddress();
  const measure = value('as') === 'share' ? 'share' : 'count';
  const hrefs = useMemo(() => {
    const by = (field: string) => (outlet: string, one: string | null) =>
      statementsAddress({ ...query, publisher: [outlet], ...(one !== null && { [field]: [one] }) });
    return {
      sourceType: by('sourceType'),
      stance: by('stance'),
      quotation: by('quotation'),
      voice: (outlet: string, kind: string | null) =>
        statementsAddress({ ...query, publisher: [outlet], kind: kind === 'statement' ? null : (kind ?? 'any') }),
      disputed: (outlet: string) => statementsAddress({ ...query, publisher: [outlet], disputed: true }),
      time: (date: string, one: string | null) =>
        statementsAddress({ ...query, ...withinPeriod(date, query), ...(one !== null && { sourceType: [one] }) }),
    };
  }, [query]);
  const disputed = useMemo(
    () => overview.disputedByPublisher.map(({ value: group, count }) => ({ group, value: 'disputed', count })),
    [overview],
  );
  const about = [
    `${countOf(overview.statements, 'statement')} in ${countOf(overview.reports, 'report')}`,
    queryInWords(query),
  ]
    .filter((part) => part !== '')
    .join(' · ');
  const dated = overview.sourceTypeByTime.reduce((sum, { count }) => sum + count, 0);
  const csv = (table: string): string => overviewTableAddress(table, { ...query, publishers: String(outlets) });
  const shared = { about, measure, noun: 'statement' } as const;
  return (
    <>
      <ChartPatterns />
      <div className="overview-charts">
        {dated > 0 && (
          <div className="overview-wide">
            <TimeChart
              {...shared}
              name="kinds-over-time"
              title="Kinds of source over time"
              rows={overview.sourceTypeByTime}
              field="sourceType"
              undated={overview.statements - dated}
              csv={csv('sourceTypeByTime')}
              hrefOf={hrefs.time}
            />
          </div>
        )}
        {overview.statements > 0 && (
          <>
            <OutletChart
              {...shared}
              name="kinds"
              title="Kinds of source by outlet"
              rows={overview.sourceTypeByPublisher}
              field="sourceType"
              csv={csv('sourceTypeByPublisher')}
              hrefOf={hrefs.sourceType}
            />
            <OutletChart
              {...shared}
              name="stances"
              title="Stances by outlet"
              rows={overview.stanceByPublisher}
              field="stance"
              csv={csv('stanceByPublisher')}
              hrefOf={hrefs.stance}
            />
            <OutletChart
              {...shared}
              name="quotation"
              title="Quotation by outlet"
              rows={overview.quotationByPublisher}
              field="quotation"
              csv={csv('quotationByPublisher')}
              hrefOf={hrefs.quotation}
            />
          </>
        )}
        {overview.ownVoiceClauses > 0 && (
          <OutletChart
            {...shared}
            name="own-voice"
            title="Somebody’s word and own voice by outlet"
            noun="sentence"
            measure="share"
            rows={overview.voiceByPublisher}
            field="kind"
            csv={csv('voiceByPublisher')}
            hrefOf={hrefs.voice}
          />
        )}
        {disputed.length > 0 && (
          <OutletChart
            {...shared}
            name="disputed"
            title="Disputed statements by outlet"
            measure="count"
            rows={disputed}
            field="kind"
            csv={csv('disputedByPublisher')}
            hrefOf={hrefs.disputed}
          />
        )}
      </div>
      <p className="dim small overview-meaning">
        These are counts of what reports print and whose word they make it. None of them says what is true, or who is
        fair. Two outlets compare only as far as their reports in this ledger do.
      </p>
    </>
  );
}
