import { useQuery } from '@tanstack/react-query';
import type { ReactElement } from 'react';
import { useParams } from 'wouter';
import { answers } from '../../api/index.ts';
import { Answer } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { useAddress } from '../../url-state/index.ts';
import { CompareVersions } from './compare-versions.tsx';
import { Reader } from './reader.tsx';
import './reader.css';

/** One report: its text, and beside it whose word each part of it is. */
export default function ReaderPage(): ReactElement {
  const { id = '' } = useParams<{ id: string }>();
  const { value } = useAddress();
  const answer = useQuery(answers.document(id, Number(value('version')) || undefined));
  if (answer.data === undefined)
    return (
      <Page title="Report">
        <Answer of={answer} what="the report">
          {() => null}
        </Answer>
      </Page>
    );
  const reading = answer.data;
  const key = `${reading.report.id} ${reading.report.version}`;
  return value('compare') === '1' ? (
    <CompareVersions key={key} reading={reading} />
  ) : (
    <Reader key={key} reading={reading} />
  );
}
