import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { answers, exportComparisonAddress } from '../../api/index.ts';
import { Answer, LinkButton } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { ReportPicker } from './report-picker.tsx';
import { SideBySide } from './side-by-side.tsx';
import './compare.css';

/** As many as stand side by side. */
const mostCompared = 3;

/** Two or three reports side by side, or the way to choose them. */
export default function ComparePage(): ReactElement {
  const { values } = useAddress();
  const documents = [...new Set(values('document'))];
  const enough = documents.length >= 2;
  return (
    <Page
      title="Compare"
      actions={
        enough && (
          <LinkButton href={exportComparisonAddress(documents)} download>
            Who is in which, as CSV
          </LinkButton>
        )
      }
    >
      {enough ? <Compared documents={documents} /> : <ReportPicker documents={documents} most={mostCompared} />}
    </Page>
  );
}

function Compared({ documents }: { readonly documents: readonly string[] }): ReactElement {
  const comparison = useQuery(answers.comparison(documents));
  return (
    <>
      <Answer of={comparison} what="the comparison">
        {(data) => <SideBySide comparison={data} />}
      </Answer>
      <details className="compare-more no-print" open={comparison.error !== null || undefined}>
        <summary>
          {documents.length < mostCompared ? 'Add a third report, or take others' : 'Take other reports'}
        </summary>
        <ReportPicker documents={documents} most={mostCompared} />
      </details>
    </>
  );
}
