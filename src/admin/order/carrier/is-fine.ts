import type { AdminWalmartLabelCheck } from "../../../types/http"

/** Nothing is to be said against a label: what is only warned about may be wrong as well. Pure. */
export function isFine({
  carrier,
  problems,
  warnings,
}: Pick<AdminWalmartLabelCheck, "carrier" | "problems" | "warnings">): boolean {
  return carrier !== null && problems.length + warnings.length === 0
}
