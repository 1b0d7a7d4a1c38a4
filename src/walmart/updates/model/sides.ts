import type { ReasonChoices } from "./chosen-reason"
import type { RefundLine } from "../../refunds/find-lines"
import type { RefundPart } from "../../refunds/refund-parts"
import type { ChargesPer } from "../../orders/charges"
import type { Market } from "../../markets/market"
import type { LineQuantities, LineStatus } from "../../orders/order"
import type { LineUnits } from "../payloads/payload-parts"
import type { KnownUpdate, LineCancellation } from "./update"

/** Who marks what was done in Medusa because Walmart showed it. What it shipped is never sent to Walmart. */
export const MIRRORED_BY = "walmart"

/** A label as Medusa keeps it. */
export interface Label {
  trackingNumber: string
  /** Medusa's admin writes `#` where nothing was entered. */
  trackingUrl: string | null
}

/** A Medusa fulfillment in Walmart's terms: whole units of lines, kits already counted as one unit. */
export interface MedusaFulfillment {
  id: string
  /** Epoch milliseconds; null while it has not left. */
  shippedAt: number | null
  /** It counts as shipped by its labels alone (`shipWhen: "fulfilled"`): Medusa still offers to ship and to cancel it. */
  awaitsShip?: boolean
  /** Id of the person who shipped it, where Medusa knows it; {@link MIRRORED_BY} when it left by other hands. */
  shippedBy: string | null
  canceledAt: number | null
  lines: LineUnits[]
  /** Line numbers whose parts are no whole units; `lines` is empty then, since nothing of it can be sent. */
  brokenLines?: string[]
  labels: Label[]
  /** Carrier and link a person chose in the plugin's widget. */
  chosen: { carrier: string; trackingUrl: string | null } | null
  /** Carrier from the account's map. */
  mapped: string | null
  /** A person decided to ship although the customer asked Walmart to cancel. */
  shipAnyway: boolean
  /** It only mirrors what Walmart showed at import, so there is nothing to tell. */
  shippedBeforeImport: boolean
  /** Country of the stock location it leaves from (`CA`), where the market wants to know it and Medusa does. */
  shipFromCountry?: string | null
}

/** A refund in Medusa's books that the buyer shall get from Walmart. */
export interface MedusaRefund {
  id: string
  /** Hundredths. */
  amount: number
  /** Epoch milliseconds. */
  createdAt: number
  /** Id of the person who made it, where Medusa knows it. */
  by: string | null
  /** Walmart's reason for the one that was chosen in Medusa; null when none was. */
  reason: string | null
  /** What it is for, as a person chose it in the Walmart box or as its amount told when it was made; null for neither. */
  choice: { lines: RefundLine[]; reason: string } | null
  /** It only writes down what Walmart has given back, such as for a return. */
  madeAtWalmart: boolean
  /** It was booked in Medusa alone: Walmart is never told, whatever holds for later ones. */
  kept: boolean
}

/** What Medusa says about an order: the desired state. */
export interface MedusaOrder extends ReasonChoices {
  /** Printed on Walmart's return label. */
  displayId: string
  canceledAt: number | null
  /** Id of the person who canceled it, where Medusa knows it. */
  canceledBy?: string | null
  /** Last change, used as the time of a quantity change. */
  updatedAt: number
  /** Present units per Walmart line; a line that is absent has 0. */
  items: LineUnits[]
  fulfillments: MedusaFulfillment[]
  /** The account's reason for orders without a chosen one; the customer's own request comes before it. */
  defaultReason: string | null
  /** What was canceled with a reason of its own, in turn; only what Medusa has confirmed. */
  lineCancellations?: LineCancellation[]
  /** Refunds of the payment that the import recorded, in turn, without those of canceled units; absent where nobody asks. */
  refunds?: MedusaRefund[]
}

/** Units of a line in one parcel. */
export interface ShownParcel {
  /** Null where Walmart shows none. */
  trackingNumber: string | null
  quantity: number
  status?: LineStatus
  trackingUrl?: string | null
  carrier?: string | null
}

/** What Walmart showed last: the actual state. */
export interface WalmartSide {
  purchaseOrderId: string
  customerOrderId: string
  orderedAt: number
  /** ISO code in lower case. */
  currency: string
  /** Fulfilled by Walmart or a logistics partner: nothing may be sent. */
  readOnly: boolean
  /** How the charges of the order are read; absent once the order as it was read is not kept any more. */
  chargesPer?: ChargesPer
  lines: {
    lineNumber: string
    quantity: number
    quantities: LineQuantities
    /** Units that Walmart holds back. */
    onHold?: number
    customerAskedToCancel: boolean
    /** Parcels that have left as Walmart shows them; absent once the order as it was read is not kept any more. */
    parcels?: ShownParcel[]
    /** What can be given back of the line, and what has been; absent as `parcels` are. */
    refundParts?: RefundPart[]
  }[]
}

/** Everything the planner looks at. */
export interface PlanInput {
  medusa: MedusaOrder
  walmart: WalmartSide
  known: KnownUpdate[]
  market: Market
  strictness: "strict" | "lenient"
  /** Epoch milliseconds. */
  now: number
}
