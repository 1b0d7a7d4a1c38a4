import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses what would only fail further in, where nobody could tell why: a NUL character, which PostgreSQL keeps in no text, and a
 * parameter name with two dots, which Medusa cannot take apart.
 */
export function refuseUnreadable(
  req: MedusaRequest,
  _res: MedusaResponse,
  next: MedusaNextFunction
): void {
  const name = Object.keys(req.query).find((key) => key.split(".").length > 2)
  if (name !== undefined) {
    return next(invalid(`The parameter "${name}" is not known. Leave it out.`))
  }
  const given = decodeURIComponent(req.originalUrl) + JSON.stringify(req.body ?? null)
  if (!/\0|\\u0000/.test(given)) return next()
  next(invalid("The request holds a NUL character, which no text may have. Remove it."))
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
