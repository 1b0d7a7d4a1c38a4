import type { MedusaNextFunction, MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { MedusaError } from "@medusajs/framework/utils"

/**
 * Refuses what would only fail further in, where nobody could tell why: an address that is no percent-encoded text, a NUL
 * character, which PostgreSQL keeps in no text, and a parameter name with two dots, which Medusa cannot take apart.
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
  const parts = req.originalUrl.split(/[/?&=]/)
  const broken = parts.find((part) => decoded(part) === null)
  if (broken !== undefined) {
    const value = broken.slice(0, 100)
    return next(
      invalid(`"${value}" in the address cannot be decoded. Write a percent sign as %25.`)
    )
  }
  const given = parts.map(decoded).join() + JSON.stringify(req.body ?? null)
  if (!/\0|\\u0000/.test(given)) return next()
  next(invalid("The request holds a NUL character, which no text may have. Remove it."))
}

/** @returns null for what is no percent-encoded text */
function decoded(part: string): string | null {
  try {
    return decodeURIComponent(part)
  } catch (error) {
    if (error instanceof URIError) return null
    throw error
  }
}

function invalid(message: string): MedusaError {
  return new MedusaError(MedusaError.Types.INVALID_DATA, message)
}
