import type { Correction, CorrectionContext, CorrectionResult } from "./model/correction"
import { type Kinds, KINDS, kindOf } from "./kinds"
import { type Problem, shownValue } from "../common/problem"
import type { UpdatePayload } from "./model/update"
import { say } from "../words/phrase"

/**
 * Applies a person's correction and checks the whole update as the planner does, so that an empty correction says whether
 * the update may be sent as it is. The given payload is left alone.
 */
export function correctPayload(
  payload: UpdatePayload,
  correction: Correction,
  context: CorrectionContext,
  kinds: Kinds = KINDS
): CorrectionResult {
  const kind = kindOf(payload, kinds)
  const foreign = foreignField(correction, kind.correctable)
  if (foreign) return { problems: [foreign] }
  return kind.correct(payload, correction, context)
}

/** As the admin API spells it, and the field whose problem it is. */
const FIELDS: Record<keyof Correction, { name: string; field: Problem["field"] }> = {
  carrier: { name: "carrier", field: "carrier" },
  trackingNumber: { name: "tracking_number", field: "tracking_number" },
  trackingUrl: { name: "tracking_url", field: "tracking_url" },
  shipAnyway: { name: "ship_anyway", field: "reason" },
  packageIndex: { name: "package_index", field: "tracking_number" },
  packages: { name: "packages", field: "tracking_number" },
  reason: { name: "reason", field: "reason" },
  refundLines: { name: "refund_lines", field: "amount" },
}

function foreignField(
  correction: Correction,
  correctable: readonly (keyof Correction)[]
): Problem | null {
  const given = givenFields(correction)
  const foreign = given.find((name) => !correctable.includes(name))
  if (!foreign) return null
  const { name, field } = FIELDS[foreign]
  const wanted = correction[foreign]
  const value = shownValue(typeof wanted === "object" ? JSON.stringify(wanted) : String(wanted))
  return { ...say("not_correctable", { field: name, value }), field, value }
}

function givenFields(correction: Correction): (keyof Correction)[] {
  const names = Object.keys(FIELDS) as (keyof Correction)[]
  return names.filter((name) => correction[name] !== undefined)
}
