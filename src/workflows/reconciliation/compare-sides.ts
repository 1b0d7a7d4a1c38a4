import type { PlanInput } from "../../walmart/updates/model/sides"
import type { Absence } from "../../modules/walmart/config/absent-account"
import type WalmartModuleService from "../../modules/walmart/service"
import { failureOf } from "../../modules/walmart/common/failure"
import { findDiscrepancies } from "../../walmart/reconciliation/discrepancies"
import { type Discrepancy, difference } from "../../walmart/reconciliation/figures/discrepancy"
import { phrase, say, saying } from "../../walmart/words/phrase"
import type { Sides } from "../../walmart/reconciliation/figures/line-figures"
import { openQuantity } from "../../walmart/orders/order"
import { type Plan, planUpdates } from "../../walmart/updates/plan"
import { type KnownUpdate, PAYLOAD_VERSION } from "../../walmart/updates/model/update"
import { OrderDeletedError } from "./deleted-order"
import type { LoadedSides, UnreadableSides } from "./load-sides"

/** Nothing to change. */
export const NO_PLAN: Plan = { add: [], supersede: [] }

/** A plan, or why there is none. */
export type TriedPlan = Plan & { error: Discrepancy | null }

/** Plans for one order; what cannot be planned for is shown on the order instead of stopping others. */
export function tryPlan(input: PlanInput): TriedPlan {
  try {
    return { ...planUpdates(input), error: null }
  } catch (error) {
    return { ...NO_PLAN, error: unreadable(error) }
  }
}

/** An order whose sides cannot be compared. One that was deleted in Medusa is nobody's business once Walmart waits for nothing of it. */
export function unreadable(error: unknown): Discrepancy | null {
  if (!(error instanceof OrderDeletedError)) {
    return difference(say("order_unreadable", { why: failureOf(error).message }))
  }
  const { units } = error
  return units > 0 ? difference(say("order_deleted", { units }), { isOpen: true }) : null
}

/**
 * Differences of one order that no unfinished update explains, counting what a plan is about to change. Without its account
 * nothing is sent to Walmart, so an order of it that is open or different needs a person.
 */
export function differencesOf(
  walmart: Pick<WalmartModuleService, "hasAccount" | "absence">,
  loaded: LoadedSides | UnreadableSides,
  { add, supersede, error }: TriedPlan
): Discrepancy[] {
  if ("error" in loaded) return [unreadable(loaded.error) ?? []].flat()
  if (error) return [error]
  const { sides, account_id } = loaded
  const known = [...sides.known.map(without(supersede)), ...add.map(asKnown)]
  const found = findDiscrepancies({ ...sides, known })
  if (walmart.hasAccount(account_id)) return found
  return found.length > 0 || isOpen(sides) ? [accountMissing(walmart.absence(account_id))] : []
}

function without(superseded: string[]) {
  return (update: KnownUpdate): KnownUpdate =>
    superseded.includes(update.id) ? { ...update, status: "superseded" } : update
}

function asKnown({ uniqueKey, payload }: Plan["add"][number]): KnownUpdate {
  return {
    ...{ id: uniqueKey, sequence: Infinity, uniqueKey, payload },
    status: "pending",
    payloadVersion: PAYLOAD_VERSION,
  }
}

function isOpen({ walmart }: Sides): boolean {
  return !walmart.readOnly && walmart.lines.some((line) => openQuantity(line.quantities) > 0)
}

function accountMissing({ words }: Absence): Discrepancy {
  const code = "account_missing"
  const message = [...words.message, phrase(code, "message_unsent", {})]
  const remedy = [...words.remedy, phrase(code, "remedy_later", {})]
  return difference({ code, ...saying({ message, remedy }) })
}

/** Whether what was found is not what is on record. */
export function isChanged(
  { before, dismissed }: Pick<LoadedSides, "before" | "dismissed">,
  found: Discrepancy[]
): boolean {
  const keys = found.map(({ key }) => key)
  const open = keys.filter((key) => !dismissed.includes(key))
  const known = (before ?? []).map(({ key }) => key)
  return open.join("\n") !== known.join("\n") || dismissed.some((key) => !keys.includes(key))
}
