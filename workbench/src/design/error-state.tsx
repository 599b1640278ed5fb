import type { ReactElement } from 'react';
import { ApiError } from '../api/index.ts';
import { Button } from './button.tsx';

/** What went wrong, in the server's own words, with the code under which the documentation explains it. */
export function ErrorState({ error, retry }: { readonly error: Error; readonly retry?: () => void }): ReactElement {
  return (
    <div className="state failed" role="alert">
      <p className="title">
        {error instanceof ApiError && error.status === 404 ? 'This is not in the ledger.' : 'That did not work.'}
      </p>
      <p>{error.message}</p>
      {error instanceof ApiError && (
        <p>
          <code>{error.code}</code>
        </p>
      )}
      {retry !== undefined && <Button onClick={retry}>Try again</Button>}
    </div>
  );
}
