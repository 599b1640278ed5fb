import type { ReactElement } from 'react';
import { ApiError } from '../../api/index.ts';

/** Why the server did not take something, beside what was to be sent; nothing while there is no reason. */
export function Refusal({ error }: { readonly error: Error | string | null }): ReactElement {
  const known = error instanceof ApiError ? error.code : null;
  return (
    <p role="alert" className="add-refusal">
      {error !== null && (
        <>
          {typeof error === 'string' ? error : error.message} {known !== null && <code>{known}</code>}
        </>
      )}
    </p>
  );
}
