/** Exit codes: all went well, some document failed, the command was not understood. */
export const exitCode = { ok: 0, failed: 1, misuse: 2 } as const;
