import { useQuery } from '@tanstack/react-query';
import { useCallback, useState, type ReactElement } from 'react';
import { answers, type Import } from '../../api/index.ts';
import { EmptyState, Loading } from '../../design/index.ts';
import { Page } from '../../shell/index.ts';
import { AddAddresses } from './add-addresses.tsx';
import { AddFiles } from './add-files.tsx';
import { AddText } from './add-text.tsx';
import { FailedBefore } from './failed-before.tsx';
import { ImportList } from './import-list.tsx';
import { useImports } from './use-imports.ts';
import './add.css';

/** Adds reports: files, addresses, a text; and shows what has come of it. */
export default function AddPage(): ReactElement {
  const session = useQuery(answers.session());
  const imports = useImports();
  const [begun, setBegun] = useState<string | null>(null);
  const { took } = imports;
  const onBegun = useCallback(
    (one: Import) => {
      took(one);
      setBegun(one.id);
    },
    [took],
  );
  const mayAdd = session.data === undefined || !session.data.needsToken || session.data.role !== 'reader';
  return (
    <Page title="Add reports">
      {session.data === undefined && session.error === null ? (
        <Loading what="the page" />
      ) : mayAdd ? (
        <div className="add-ways no-print">
          <AddFiles begun={onBegun} />
          <AddAddresses begun={onBegun} />
          <AddText begun={onBegun} />
        </div>
      ) : (
        <EmptyState title="Your token may read, not add.">
          You are here as {session.data!.name}. Whoever runs the server can give you a token of role “reviewer”.
        </EmptyState>
      )}
      <ImportList imports={imports} begun={begun} mayAdd={mayAdd} />
      <FailedBefore />
    </Page>
  );
}
