import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { Link } from 'wouter';
import { answers, type SpeakerSummary } from '../../api/index.ts';
import { Chip, EmptyState, LinkButton, ListAnswer, Table } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { speakerAddress, statementsAddress, useAddress } from '../../url-state/index.ts';
import { dayOf, numberOf } from '../../words/index.ts';
import { SpeakersFilters } from './speakers-filters.tsx';
import './speakers.css';

/** Whoever says something in the reports of the ledger. */
export default function SpeakersPage(): ReactElement {
  const { value, values } = useAddress();
  const filters = { words: value('words'), sourceType: values('sourceType'), publisher: values('publisher') };
  const filtered = Object.values(filters).some((filter) => filter !== null && filter.length > 0);
  const list = useInfiniteQuery(answers.speakers({ ...filters, sort: value('sort'), limit: 100 }));
  const ledger = useQuery(answers.ledger());
  return (
    <Page title="Speakers">
      <SpeakersFilters filtered={filtered} />
      <ListAnswer
        of={list}
        what="speakers"
        empty={<NoSpeakers filtered={filtered} empty={ledger.data?.reports === 0} />}
      >
        {(speakers) => (
          <Table
            caption="Speakers"
            hideCaption
            rows={speakers}
            keyOf={({ name, publisher }) => JSON.stringify([name, publisher])}
            columns={[
              { heading: 'Speaker', cell: (speaker) => <Name speaker={speaker} /> },
              { heading: 'Kind', cell: ({ sourceType }) => <Chip.Value field="sourceType" value={sourceType} /> },
              {
                heading: 'Statements',
                number: true,
                cell: ({ name, publisher, statements }) => (
                  <Link
                    href={statementsAddress({ speakerName: name, publisher: publisher === null ? null : [publisher] })}
                  >
                    {numberOf(statements)}
                  </Link>
                ),
              },
              { heading: 'Reports', number: true, cell: ({ reports }) => numberOf(reports) },
              { heading: 'Outlets', number: true, cell: ({ publishers }) => numberOf(publishers) },
              { heading: 'First', cell: ({ firstDate }) => <span className="speakers-date">{dayOf(firstDate)}</span> },
              { heading: 'Last', cell: ({ lastDate }) => <span className="speakers-date">{dayOf(lastDate)}</span> },
            ]}
          />
        )}
      </ListAnswer>
    </Page>
  );
}

/** A name; and of a description, whose it is. */
function Name({ speaker: { name, publisher } }: { readonly speaker: SpeakerSummary }): ReactElement {
  return (
    <span className="speakers-name">
      <Link href={speakerAddress(name, publisher ?? undefined)}>{name}</Link>
      {publisher !== null && (
        <span className="speakers-outlet dim small">
          {' '}
          {publisher === '' ? 'in reports of no known outlet' : `in ${publisher}`}
        </span>
      )}
    </span>
  );
}

function NoSpeakers({ filtered, empty }: { readonly filtered: boolean; readonly empty: boolean }): ReactElement {
  if (filtered)
    return (
      <EmptyState title="No speaker fits.">
        Take a filter away, or look for fewer words of the name. Nobody is found who is only spoken about.
      </EmptyState>
    );
  if (!empty) return <EmptyState title="Nobody says anything in the reports of this ledger." />;
  return (
    <EmptyState title="There is no report in this ledger yet.">
      <LinkButton look="main" href="/add">
        Add reports
      </LinkButton>
    </EmptyState>
  );
}
