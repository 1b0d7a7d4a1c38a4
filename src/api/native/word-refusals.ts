import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { hearRefusals, type Refusal } from "../../modules/walmart/common/refusal"

/**
 * Answers a refusal of the plugin's with the sentences it is made of beside Medusa's `type`, `code` and `message`, so that a screen
 * says it in its own language. Medusa has one error handler for the whole store, which is the store's to replace.
 */
export function wordRefusals(
  _req: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const refusals: Refusal[] = []
  const json = res.json.bind(res)
  res.json = (body) => json(worded(body, refusals))
  hearRefusals(refusals, next)
}

/** What was refused and then settled without an answer is not what is answered. */
function worded(body: unknown, refusals: Refusal[]): unknown {
  if (typeof body !== "object" || body === null || !("message" in body)) return body
  const refusal = refusals.find(({ message }) => message === body.message)
  return refusal ? { ...body, words: refusal.words } : body
}
