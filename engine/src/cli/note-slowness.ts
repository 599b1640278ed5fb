/** Says once, on standard error, why reading will take several times as long as it could. */
export function noteSlowness({ slowReason }: { readonly slowReason: string | null }): void {
  if (slowReason === null) return;
  process.stderr.write(
    `according: reading in WebAssembly, several times slower than the native runtime: ${slowReason}\n`,
  );
}
