import type { Correction, CorrectionContext, CorrectionResult } from "./model/correction"
import { type Kinds, KINDS, kindOf } from "./kinds"
import { type Problem, shownValue } from "../common/problem"
import type { UpdatePayload } from "./model/update"

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
  const foreign = foreignField(payload, correction, kind.correctable)
  if (foreign) return { problems: [foreign] }
  return kind.correct(payload, correction, context)
}

const FIELD_WORDS: Record<keyof Correction, { words: string; field: Problem["field"] }> = {
  carrier: { words: "a carrier", field: "carrier" },
  trackingNumber: { words: "a tracking number", field: "tracking_number" },
  trackingUrl: { words: "a tracking link", field: "tracking_url" },
  shipAnyway: { words: "a decision to ship anyway", field: "reason" },
  packageIndex: { words: "packages", field: "tracking_number" },
  packages: { words: "packages", field: "tracking_number" },
  reason: { words: "a reason", field: "reason" },
  refundLines: { words: "lines to refund", field: "amount" },
}

function foreignField(
  payload: UpdatePayload,
  correction: Correction,
  correctable: readonly (keyof Correction)[]
): Problem | null {
  const given = givenFields(correction)
  const foreign = given.find((name) => !correctable.includes(name))
  if (!foreign) return null
  const { words, field } = FIELD_WORDS[foreign]
  const wanted = correction[foreign]
  const value = shownValue(typeof wanted === "object" ? JSON.stringify(wanted) : String(wanted))
  return {
    code: "not_correctable",
    field,
    value,
    message: `This update is a ${payload.kind}, which has no such thing as ${words} ("${value}").`,
    remedy: "Leave it out and retry.",
  }
}

function givenFields(correction: Correction): (keyof Correction)[] {
  const names = Object.keys(FIELD_WORDS) as (keyof Correction)[]
  return names.filter((name) => correction[name] !== undefined)
}
