/** What the server, or the way to it, answered instead of what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  /** 0 where no server answered at all. */
  readonly status: number;
  /** Stable; `docs/errors.md` has all of them. */
  readonly code: string;

  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }

  /** Reads the problem details of RFC 9457; what a proxy between us answers is no such thing, and is told by its status. */
  static async of(response: Response): Promise<ApiError> {
    const problem: unknown = await response.json().catch(() => null);
    const field = (name: string): string | null => {
      const value = typeof problem === 'object' && problem !== null ? (problem as Record<string, unknown>)[name] : null;
      return typeof value === 'string' && value !== '' ? value : null;
    };
    return new ApiError(
      response.status,
      field('code') ?? `http-${response.status}`,
      field('detail') ??
        field('title') ??
        `The server answered ${response.status} ${response.statusText}.`.replace(' .', '.'),
    );
  }
}
