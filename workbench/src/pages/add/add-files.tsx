import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useId, useRef, useState, type ReactElement } from 'react';
import { upload, type Import } from '../../api/index.ts';
import { Button, Live } from '../../design/index.ts';
import { countOf, percentOf } from '../../words/index.ts';
import { chosenFiles, droppedFiles, tooMuch, type NamedFile } from './named-files.ts';
import { Refusal } from './refusal.tsx';

/** What browsers call it, and React's types do not know. */
const wholeFolders = { webkitdirectory: '' };

/** Files and folders, chosen or dropped anywhere on the page. */
export function AddFiles({ begun }: { readonly begun: (one: Import) => void }): ReactElement {
  const heading = useId();
  const [files, folder] = [useRef<HTMLInputElement>(null), useRef<HTMLInputElement>(null)];
  const [over, setOver] = useState(false);
  const [sent, setSent] = useState<number | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const stop = useRef<AbortController | null>(null);
  const send = useMutation({
    mutationFn: async (named: readonly NamedFile[]) => {
      const form = new FormData();
      for (const { path, file } of named) form.append('files', file, path);
      stop.current = new AbortController();
      setSent(0);
      return upload<Import>('imports', form, setSent, stop.current.signal);
    },
    onSuccess: begun,
    onSettled: () => setSent(null),
  });
  const take = (named: readonly NamedFile[]): void => {
    if (send.isPending) return setProblem('Files are being sent already. Add these after that.');
    const reason = named.length === 0 ? 'There is no file in that.' : tooMuch(named);
    setProblem(reason);
    if (reason === null) send.mutate(named);
  };
  const taken = useEffectEvent(take);
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false;
    const dragged = (event: DragEvent): void => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setOver(true);
    };
    addEventListener('dragenter', dragged, { signal });
    addEventListener('dragover', dragged, { signal });
    addEventListener('dragleave', ({ relatedTarget }) => relatedTarget === null && setOver(false), { signal });
    addEventListener(
      'drop',
      (event) => {
        if (!hasFiles(event)) return;
        event.preventDefault();
        setOver(false);
        // The browser forgets what was dropped as soon as this function has ended.
        const items = Array.from(event.dataTransfer!.items).filter(({ kind }) => kind === 'file');
        const dropped = items.map((item) => item.webkitGetAsEntry() ?? item.getAsFile());
        void filesOf(dropped).then(taken);
      },
      { signal },
    );
    return () => {
      controller.abort();
      stop.current?.abort();
    };
  }, []);
  const chosen = (input: HTMLInputElement): void => {
    const named = chosenFiles(input.files ?? []);
    input.value = '';
    take(named);
  };
  const stopped = send.error?.name === 'AbortError';
  return (
    <section className={over ? 'card add-way add-drop over' : 'card add-way add-drop'} aria-labelledby={heading}>
      <h2 id={heading}>Files</h2>
      <p>
        Drop files or folders anywhere on this page, or choose them: pages, text, PDF, JSONL, CSV, XLSX, zip, feeds,
        WARC.
      </p>
      <p className="add-actions">
        <Button look="main" onClick={() => files.current?.click()} disabled={send.isPending}>
          Choose files
        </Button>
        <Button onClick={() => folder.current?.click()} disabled={send.isPending}>
          Choose a folder
        </Button>
      </p>
      <input ref={files} type="file" multiple hidden onChange={({ currentTarget }) => chosen(currentTarget)} />
      <input
        ref={folder}
        type="file"
        multiple
        hidden
        {...wholeFolders}
        onChange={({ currentTarget }) => chosen(currentTarget)}
      />
      {sent !== null && (
        <div className="add-progress">
          <progress aria-label="Sent" value={sent} />
          <span>{sent < 1 ? `${percentOf(sent)} sent` : 'sent'}</span>
          <Button look="quiet" onClick={() => stop.current?.abort()}>
            Stop sending
          </Button>
        </div>
      )}
      <Live hidden>{send.isPending ? `Sending ${countOf(send.variables.length, 'file')}` : ''}</Live>
      <Refusal error={problem ?? (stopped ? 'Stopped; nothing of it was added.' : send.error)} />
    </section>
  );
}

/** What was dragged from elsewhere than a disk, such as a picture of a page, is a file without a place. */
async function filesOf(dropped: readonly (FileSystemEntry | File | null)[]): Promise<NamedFile[]> {
  const plain = dropped.filter((one) => one instanceof File);
  const entries = dropped.filter((one): one is FileSystemEntry => one !== null && !(one instanceof File));
  return [...chosenFiles(plain), ...(await droppedFiles(entries))];
}
