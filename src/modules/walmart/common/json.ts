/** A value for a column of JSON; null where there is none. */
export function jsonOrNull(value: object | null | undefined): string | null {
  return value ? JSON.stringify(value) : null
}
