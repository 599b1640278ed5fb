import { useQuery } from '@tanstack/react-query';
import { useMemo, type ReactElement } from 'react';
import { answers } from '../../api/index.ts';
import { Answer, Button, EmptyState, LinkButton } from '../../design/index.ts';
import { ActiveFilters, FilteredColumns } from '../../filters/index.ts';
import { Page } from '../../shell/index.ts';
import { statementsAddress, useLedgerQuery } from '../../url-state/index.ts';
import { Charts } from './charts.tsx';
import { EmptyLedger } from './empty-ledger.tsx';
import { Figures } from './figures.tsx';
import { MostHeard } from './most-heard.tsx';
import { View } from './view.tsx';
import './overview.css';

/** More outlets than these are shown when asked for. */
const fewOutlets = 12;
const manyOutlets = 60;

/** A ledger, or what a search finds in it, as a whole: every count leads to its sentences. */
export default function OverviewPage(): ReactElement {
  const [asked, { value, change }] = useLedgerQuery();
  // Statements and own voice have their own places here.
  const query = useMemo(() => {
    const { kind: _kind, ...others } = asked;
    return others;
  }, [asked]);
  const publishers = value('outlets') === 'more' ? manyOutlets : fewOutlets;
  const ledger = useQuery(answers.ledger());
  const overview = useQuery(answers.overview({ ...query, publishers: String(publishers) }));
  const facets = useQuery(answers.facets({ ...query, most: 50 }));
  if (ledger.data?.reports === 0)
    return (
      <Page title="Overview">
        <EmptyLedger failures={ledger.data.failures} />
      </Page>
    );
  return (
    <Page title="Overview" actions={<LinkButton href={statementsAddress(query)}>Show the sentences</LinkButton>}>
      <FilteredColumns query={query} facets={facets.data} offer={{ kind: false }} label="What is found, counted">
        <Answer of={overview} what="the counts">
          {(found) => (
            <>
              <div className="overview-bar">
                <Figures overview={found} query={query} />
                <View />
              </div>
              <ActiveFilters query={query} />
              {found.statements + found.ownVoiceClauses === 0 ? (
                <EmptyState title="No statement fits all of this.">
                  Take a filter away, or look for fewer words. Words in “quotation marks” must stand side by side.
                </EmptyState>
              ) : (
                <>
                  <Charts overview={found} query={query} outlets={publishers} />
                  {value('outlets') !== 'more' && outletsIn(found) >= fewOutlets && (
                    <p className="more no-print">
                      <Button onClick={() => change({ outlets: 'more' }, 'in-place')}>More outlets</Button>
                    </p>
                  )}
                  <MostHeard overview={found} query={query} />
                </>
              )}
            </>
          )}
        </Answer>
      </FilteredColumns>
    </Page>
  );
}

function outletsIn({ voiceByPublisher }: { readonly voiceByPublisher: readonly { readonly group: string }[] }): number {
  return new Set(voiceByPublisher.map(({ group }) => group)).size;
}
