import { z } from "@medusajs/framework/zod"

/** Words of a query or a body: never empty, without blanks around them. */
export const text = filled(({ path = [] }) => `The field "${path.join(".")}" is empty. Fill it in.`)

/** Why something is done, for whoever reads it later. @param why ends the sentence "Say why …" */
export function noteWhy(why: string) {
  return filled(() => `The note is empty. Say why ${why}.`).max(1000)
}

/** By a pattern and not by a least length, of which Medusa says only that a value is too small. */
function filled(error: (issue: { path?: PropertyKey[] }) => string) {
  return z.string().trim().regex(/\S/, { error })
}
