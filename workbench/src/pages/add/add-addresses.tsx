import { useMutation } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import { send, type Import } from '../../api/index.ts';
import { Button, Field } from '../../design/index.ts';
import { Refusal } from './refusal.tsx';

/** Addresses of pages and feeds; what each is, the server sees by what comes. */
export function AddAddresses({ begun }: { readonly begun: (one: Import) => void }): ReactElement {
  const heading = useId();
  const add = useMutation({
    mutationFn: (urls: readonly string[]) =>
      send<Import>('POST', 'imports', { inputs: urls.map((url) => ({ kind: 'url', url })) }),
    onSuccess: begun,
  });
  return (
    <section className="card add-way" aria-labelledby={heading}>
      <h2 id={heading}>Addresses</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const urls = String(new FormData(form).get('urls'))
            .split(/\s+/u)
            .filter((url) => url !== '');
          if (urls.length > 0) add.mutate(urls.map(withScheme), { onSuccess: () => form.reset() });
        }}
      >
        <Field label="Pages, feeds, sitemaps, one a line">
          {(id) => (
            <textarea
              id={id}
              name="urls"
              rows={4}
              required
              spellCheck={false}
              inputMode="url"
              placeholder="https://courier.example/feed.xml"
            />
          )}
        </Field>
        <p className="dim small">
          The pages that a feed names are fetched once, now, as its site’s <code>robots.txt</code> allows.
        </p>
        <Button look="main" type="submit" disabled={add.isPending}>
          Fetch
        </Button>
      </form>
      <Refusal error={add.error} />
    </section>
  );
}

/** As it stands in an address bar: without what begins all of them. */
function withScheme(url: string): string {
  return /^[a-z][a-z\d+.-]*:/iu.test(url) && !/^[\w.-]+:\d/u.test(url) ? url : `https://${url}`;
}
