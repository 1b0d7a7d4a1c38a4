/** One row of a map as it is edited. */
export interface MapRow {
  id: string
  name: string
}

/** What can be mapped, and after it what is mapped already though the store no longer has it. */
export function rowsOf(known: MapRow[], map: Record<string, string>): MapRow[] {
  const ids = new Set(known.map(({ id }) => id))
  const others = Object.keys(map).filter((id) => !ids.has(id))
  return [...known, ...others.map((id) => ({ id, name: id }))]
}

/** The map with one entry changed; an empty value takes it away. */
export function withEntry(map: Record<string, string>, id: string, value: string) {
  const { [id]: _, ...others } = map
  return value.trim() ? { ...others, [id]: value } : others
}

/** Both say the same, in whatever order. */
export function isSameMap(a: Record<string, string>, b: Record<string, string>): boolean {
  const names = Object.keys(a)
  return names.length === Object.keys(b).length && names.every((name) => a[name] === b[name])
}
