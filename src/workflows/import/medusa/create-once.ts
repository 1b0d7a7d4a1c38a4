/**
 * Creates something under a chosen id unless it exists. When two runs try at once, the loser's insert fails at the primary key;
 * a failure after which the thing exists is therefore a success.
 * @returns whether this call created it
 */
export async function createOnce(
  exists: () => Promise<boolean>,
  create: () => Promise<unknown>
): Promise<boolean> {
  if (await exists()) return false
  try {
    await create()
    return true
  } catch (error) {
    if (await exists()) return false
    throw error
  }
}
