const unitsMs = { s: 1000, m: 60_000, h: 3_600_000, d: 86_400_000 } as const;

/** A time such as `30s`, `15m`, `1h` or `1d` in milliseconds, of a week at most; `null` where it is none. */
export function parseDuration(value: string): number | null {
  const [, count, unit] = /^(\d{1,6})([smhd])$/u.exec(value.trim()) ?? [];
  const ms = Number(count) * unitsMs[unit as keyof typeof unitsMs];
  return ms >= 1000 && ms <= 7 * unitsMs.d ? ms : null;
}
