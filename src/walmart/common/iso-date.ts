const ISO_DATE = /^\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})?)?$/

/**
 * Whether a text is a date as lists are filtered by it. JavaScript alone reads "foo 1" as one and the 31st of February as the 3rd of
 * March, and years before any of the database's. Pure.
 */
export function isIsoDate(text: string): boolean {
  const day = new Date(`${text.slice(0, 10)}T00:00Z`)
  if (!ISO_DATE.test(text) || Number.isNaN(Date.parse(text))) return false
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text.slice(0, 10))
}
