/** Something to create under a chosen id. */
interface Chosen {
  id: string
}

/** Which of these ids exist. */
type Existing = (ids: string[]) => Promise<string[]>

/**
 * Creates things under chosen ids unless they exist, all at once.
 * @returns ids of those that this call created
 */
export async function createOnce<T extends Chosen>(
  wanted: T[],
  existing: Existing,
  create: (missing: T[]) => Promise<unknown>
): Promise<Set<string>> {
  return createMissing(await missingOf(wanted, existing), existing, create)
}

/**
 * Creates what was found missing a moment ago. When two runs try at once, the loser's insert fails at the primary key; then those are
 * tried that still do not exist, and a failure after which all exist is a success.
 * @returns ids of those that this call created
 */
export async function createMissing<T extends Chosen>(
  missing: T[],
  existing: Existing,
  create: (missing: T[]) => Promise<unknown>
): Promise<Set<string>> {
  if (missing.length === 0) return new Set()
  try {
    await create(missing)
    return new Set(missing.map(({ id }) => id))
  } catch (error) {
    const left = await missingOf(missing, existing)
    if (left.length === missing.length) throw error
    return createMissing(left, existing, create)
  }
}

/** Those of which the id does not exist. */
export async function missingOf<T extends Chosen>(wanted: T[], existing: Existing): Promise<T[]> {
  if (wanted.length === 0) return []
  const known = new Set(await existing(wanted.map(({ id }) => id)))
  return wanted.filter(({ id }) => !known.has(id))
}
