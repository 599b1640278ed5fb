/**
 * A signal that Ctrl-C aborts, so that what is under way is finished; a second Ctrl-C ends the process at once.
 *
 * @param say - is called at the first one
 */
export function onInterruption(say: () => void): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const interrupt = (): void => {
    release();
    controller.abort();
    say();
  };
  const release = (): void => {
    process.off('SIGINT', interrupt);
    process.off('SIGTERM', interrupt);
  };
  process.on('SIGINT', interrupt);
  process.on('SIGTERM', interrupt);
  return { signal: controller.signal, release };
}
