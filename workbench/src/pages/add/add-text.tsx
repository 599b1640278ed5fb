import { useMutation } from '@tanstack/react-query';
import { useId, type ReactElement } from 'react';
import { send, type Import } from '../../api/index.ts';
import { Button, Field } from '../../design/index.ts';
import { Refusal } from './refusal.tsx';

const facts = [
  { name: 'title', label: 'Title', type: 'text' },
  { name: 'publisher', label: 'Outlet', type: 'text' },
  { name: 'date', label: 'Date', type: 'date' },
  { name: 'url', label: 'Address', type: 'url' },
] as const;

/** A text that somebody pastes, with what is known of it. */
export function AddText({ begun }: { readonly begun: (one: Import) => void }): ReactElement {
  const heading = useId();
  const add = useMutation({
    mutationFn: (input: object) => send<Import>('POST', 'imports', { inputs: [input] }),
    onSuccess: begun,
  });
  return (
    <section className="card add-way" aria-labelledby={heading}>
      <h2 id={heading}>A text</h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          const form = event.currentTarget;
          const fields = [...new FormData(form)].filter(
            ([, value]) => typeof value === 'string' && value.trim() !== '',
          );
          const input = { kind: 'text', ...Object.fromEntries(fields) };
          if ('text' in input) add.mutate(input, { onSuccess: () => form.reset() });
        }}
      >
        <Field label="The report’s words">{(id) => <textarea id={id} name="text" rows={4} required />}</Field>
        <div className="add-facts">
          {facts.map(({ name, label, type }) => (
            <Field key={name} label={`${label}, if known`}>
              {(id) => <input id={id} name={name} type={type} autoComplete="off" />}
            </Field>
          ))}
        </div>
        <Button look="main" type="submit" disabled={add.isPending}>
          Read this text
        </Button>
      </form>
      <Refusal error={add.error} />
    </section>
  );
}
