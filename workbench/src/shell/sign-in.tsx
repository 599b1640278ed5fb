import { useState, type ReactElement } from 'react';
import { send, type ApiError } from '../api/index.ts';
import { Button, Field } from '../design/index.ts';
import { Page } from './page.tsx';

/** Asks for a token where the server wants one; the browser keeps it where no script can read it. */
export function SignIn({ done }: { readonly done: () => void }): ReactElement {
  const [problem, setProblem] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const enter = async (token: string): Promise<void> => {
    setAsking(true);
    try {
      await send('POST', 'session', { token });
      done();
    } catch (error) {
      setProblem((error as ApiError).message);
      setAsking(false);
    }
  };
  return (
    <Page title="Sign in">
      <form
        className="sign-in card"
        onSubmit={(event) => {
          event.preventDefault();
          const token = new FormData(event.currentTarget).get('token');
          if (typeof token === 'string' && token.trim() !== '') void enter(token.trim());
        }}
      >
        <p>This ledger asks for a token. Whoever runs the server can make one for you.</p>
        <Field label="Token">
          {(id) => <input id={id} name="token" type="password" autoComplete="current-password" required />}
        </Field>
        <p role="alert">{problem}</p>
        <Button look="main" type="submit" disabled={asking}>
          Sign in
        </Button>
      </form>
    </Page>
  );
}
