import { isReadable } from "../updates/kinds"
import type { Sides } from "../reconciliation/figures/line-figures"
import type { MirrorAction, MirrorOptions } from "./action"
import { mirroredCancellations } from "./cancellations"
import { mirroredDeliveries } from "./deliveries"
import { mirroredShipments } from "./shipments"
import { isUnfinished } from "../updates/model/update-status"

/** Both sides of an order, and what the account wants. */
export interface MirrorQuestion {
  sides: Sides
  options: MirrorOptions
}

/**
 * What has to be done in Medusa so that it shows what was done at Walmart by other hands: the buyer's, Walmart's own, someone's in
 * Seller Center. What this plugin told Walmart is never among it, nor what an unfinished update is still about; what cannot be
 * done in Medusa stays a difference. Only the first action is sure to be possible: ask again after it. Asked again when all are
 * done, it answers none. Pure.
 */
export function mirrorActions({ sides, options }: MirrorQuestion): MirrorAction[] {
  const { medusa, walmart, known, facts } = sides
  if (walmart.readOnly || medusa.canceledAt !== null) return []
  if (known.some((update) => isUnfinished(update) && !isReadable(update))) return []
  const isOpen = facts.closedAs === null
  return [
    ...(isOpen && options.cancellations === "apply" ? mirroredCancellations(sides) : []),
    ...(isOpen && options.shipments === "apply" ? mirroredShipments(sides) : []),
    ...(options.deliveries === "apply" ? mirroredDeliveries(sides) : []),
  ]
}
