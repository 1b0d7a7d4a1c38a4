/** @param time epoch milliseconds */
export function dateOrNull(time: number | null): Date | null {
  return time === null ? null : new Date(time)
}
