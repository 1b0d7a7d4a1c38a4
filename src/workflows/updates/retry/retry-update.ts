import type { Correction, CorrectionResult } from "../../../walmart/updates/model/correction"
import { MedusaError } from "@medusajs/framework/utils"
import type WalmartModuleService from "../../../modules/walmart/service"
import {
  difference,
  type FollowingChange,
  followingRefunds,
} from "../../../walmart/updates/refund/following-refunds"
import { correctPayload } from "../../../walmart/updates/correct"
import { contentOf, trackingNumbersOf } from "../../../walmart/updates/kinds"
import { sharedWarnings } from "../../../walmart/checks/shared-numbers"
import { PAYLOAD_VERSION, type UpdatePayload } from "../../../walmart/updates/model/update"
import { isPayload } from "../../../walmart/updates/update-schema"
import {
  findWalmartOrder,
  findWalmartUpdate,
  type WalmartUpdateRow,
} from "../../shared/find-walmart-rows"
import { interventionRefusal, invalidBy, notAllowed, settledRefusal } from "../../shared/refusals"
import { ownValue } from "../../../walmart/common/own-value"
import { type Phrase, phrases, type Text, verbatim } from "../../../walmart/words/phrase"
import { Refusal } from "../../../modules/walmart/common/refusal"

/** An update to send again, with what a person corrected. */
export interface RetryRequest {
  id: string
  correction: Correction
  /** Who asked. */
  actor_id: string
}

/** Reads, in hundredths, what of a Walmart order Medusa's refunds only write down because Walmart gave it back. */
export type ReadMirrored = (walmartOrderId: string) => Promise<number>

/** What follows from a retry. */
export interface Retried {
  /** Its queue is due now. */
  walmart_order_id: string
  /** What a correction changed about the parcels, so that Medusa's labels can follow. */
  labels: LabelChange[]
}

/** A tracking number that was corrected. */
export interface LabelChange {
  fulfillment_id: string
  /** As it was planned, normalized. */
  from: string
  to: string
}

/**
 * Corrects an update and makes it due. What would be sent is checked first, also when nothing is corrected, so that nothing goes to
 * Walmart that is known to be wrong.
 * @throws MedusaError NOT_FOUND, NOT_ALLOWED when it is finished, being sent or changed by somebody meanwhile, INVALID_DATA that names
 * value and remedy
 */
export async function retryUpdate(
  walmart: WalmartModuleService,
  { id, correction, actor_id }: RetryRequest,
  readMirrored: ReadMirrored
): Promise<Retried> {
  const update = await findWalmartUpdate(walmart, id)
  if (update.finished_at !== null) throw settledRefusal(update)
  if (update.payload_version !== PAYLOAD_VERSION)
    throw notAllowed(phrases("payload_version", {}, "preview"))
  if (!isPayload(update.payload)) throw notAllowed(phrases("payload_malformed", {}))
  const namesLines = correction.refundLines !== undefined
  const mirrored = namesLines ? await readMirrored(update.walmart_order_id) : undefined
  const corrected = await check(walmart, update, correction, mirrored)
  const isCorrection = Object.values(correction).some((value) => value !== undefined)
  const outcome = await walmart.intervene(
    id,
    isCorrection
      ? {
          ...{ action: "correct", by: actor_id, read: update.payload, ...corrected },
          following: await refundsBehind(walmart, update, corrected.payload),
        }
      : { action: "retry", by: actor_id }
  )
  const refusal = interventionRefusal(update, outcome)
  if (refusal) throw refusal
  const labels = labelChanges(update.payload, corrected.payload)
  return { walmart_order_id: update.walmart_order_id, labels }
}

async function check(
  walmart: WalmartModuleService,
  update: WalmartUpdateRow,
  correction: Correction,
  mirrored?: number
): Promise<{ payload: UpdatePayload; warnings: Text[] }> {
  const result = await tryCorrection(walmart, update, correction, mirrored)
  if ("problems" in result) throw invalidBy(result.problems)
  const { walmart_order_id: id } = update
  const shared = await walmart.sharedNumbers(id, trackingNumbersOf(result.payload))
  return { ...result, warnings: [...result.warnings, ...sharedWarnings(shared)] }
}

/** What an update would be with a correction, or what is wrong with it. Changes nothing. */
export async function tryCorrection(
  walmart: WalmartModuleService,
  update: WalmartUpdateRow,
  correction: Correction,
  mirrored?: number
): Promise<CorrectionResult> {
  const order = await findWalmartOrder(walmart, update.walmart_order_id)
  const asked = order.lines.filter((line) => line.customer_asked_to_cancel)
  return correctPayload(update.payload, correction, {
    purchaseOrderId: order.purchase_order_id,
    customerOrderId: order.customer_order_id,
    market: walmart.market(order.account_id),
    strictness: walmart.options.trackingValidation,
    askedLines: asked.map((line) => line.line_number),
    shown: order.snapshot,
    known: await walmart.knownUpdates(order.id),
    mirrored,
  })
}

/** Refunds behind one whose lines a person names otherwise were counted with its old ones. */
async function refundsBehind(
  walmart: WalmartModuleService,
  { id, payload: before, walmart_order_id }: WalmartUpdateRow,
  after: UpdatePayload
): Promise<FollowingChange[]> {
  if (before.kind !== "refund" || after.kind !== "refund") return []
  const known = await walmart.knownUpdates(walmart_order_id)
  const own = known.find((update) => update.id === id)
  return own ? followingRefunds(own, known, difference(before.lines, after.lines)) : []
}

function labelChanges(before: UpdatePayload, after: UpdatePayload): LabelChange[] {
  const { fulfillmentId: fulfillment_id } = contentOf(after)
  if (fulfillment_id === null) return []
  const planned = trackingNumbersOf(before)
  return trackingNumbersOf(after)
    .map((to, index) => ({ fulfillment_id, to, from: planned[index] ?? to }))
    .filter(({ from, to }) => from !== to)
}

/** Why a retry was refused, for answers about many updates; undefined for anything that is not a refusal. */
export function refusalOf(
  error: unknown
): { outcome: RefusedOutcome; message: string; words: Phrase[] } | undefined {
  if (!(error instanceof MedusaError)) return undefined
  const { message, type } = error
  const words = error instanceof Refusal ? error.words : verbatim(message)
  return { outcome: ownValue(OUTCOMES, type) ?? "not_allowed", message, words }
}

/** `not_allowed`: finished, being sent, of another version, or unreadable; `failed`: for a reason that was not foreseen. */
export type RefusedOutcome = "invalid" | "not_allowed" | "not_found" | "failed"

const OUTCOMES: Record<string, RefusedOutcome> = {
  [MedusaError.Types.INVALID_DATA]: "invalid",
  [MedusaError.Types.NOT_FOUND]: "not_found",
}
