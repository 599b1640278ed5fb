import type { ReactElement } from 'react';
import { Field } from '../design/index.ts';
import { useAddress } from '../url-state/index.ts';

/** Words of a speaker's name; looked for on Enter, or when the field is left. */
export function SpeakerField(): ReactElement {
  const { value, change } = useAddress();
  const look = (name: string): void => {
    if (name.trim() !== (value('speaker') ?? '')) change({ speaker: name.trim() });
  };
  return (
    <Field label="Speaker">
      {(id) => (
        <input
          id={id}
          type="search"
          placeholder="a name, or a part of it"
          defaultValue={value('speaker') ?? ''}
          onBlur={({ target }) => look(target.value)}
          onKeyDown={({ key, currentTarget }) => {
            if (key === 'Enter') look(currentTarget.value);
          }}
        />
      )}
    </Field>
  );
}
