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

/** What was changed: entries to set, and null for those that were taken away. */
export function changesOf(
  saved: Record<string, string>,
  map: Record<string, string>
): Record<string, string | null> {
  const before = new Map(Object.entries(saved))
  const after = new Map(Object.entries(map))
  const ids = [...new Set([...before.keys(), ...after.keys()])]
  const changed = ids.filter((id) => before.get(id) !== after.get(id))
  return Object.fromEntries(changed.map((id) => [id, after.get(id) ?? null]))
}
