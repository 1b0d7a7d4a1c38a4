import { z } from "@medusajs/framework/zod"
import type { MedusaRefund } from "../../../walmart/updates/model/sides"
import { walmartReason } from "../../../walmart/refunds/reasons"
import { isOfCancellation } from "../../../walmart/updates/model/chosen-reason"
import { PROVIDER, SETTLED_BY } from "../../shared/walmart-payments"

/** Fields of an order's refunds, for a query of orders. */
export const REFUND_FIELDS = [
  "provider_id",
  "refunds.id",
  "refunds.amount",
  "refunds.created_by",
  "refunds.created_at",
  "refunds.metadata",
  "refunds.refund_reason.id",
  "refunds.refund_reason.code",
].map((field) => `payment_collections.payments.${field}`)

/** The payments of a Medusa order as `query.graph` answers for `REFUND_FIELDS`. */
export interface RefundedOrderRow {
  payment_collections?: ({ payments?: (PaymentRow | null)[] } | null)[]
}

/** A payment with its refunds. */
export interface PaymentRow {
  provider_id: string
  refunds?: RefundRow[]
}

interface RefundRow {
  id: string
  /** Major units. */
  amount: unknown
  created_by: string | null
  created_at: string | Date
  metadata?: Record<string, unknown> | null
  refund_reason?: { id: string; code: string | null } | null
}

/** Where a refund's metadata says what it is for. */
export const REFUND_METADATA = "walmart_refund"

const hundredths = z.number().int().min(1)

const said = z.union([
  z.object({ made_at_walmart: z.literal(true) }),
  z.object({ kept: z.literal(true) }),
  z.object({
    lines: z.array(z.object({ lineNumber: z.string(), type: z.string(), amount: hundredths })),
    reason: z.string(),
  }),
])

/** What decides how refunds are read. Times are epoch milliseconds. */
export interface RefundReading {
  /** Null for an order that is not canceled. */
  canceledAt: number | null
  /** Medusa refund reason, by id or code, to Walmart's. */
  reasonMap: Record<string, string>
  /** After this moment refunds are sent that do not say so themselves; null where none is. */
  sentFrom: number | null
}

/**
 * Refunds of Walmart's payment that the buyer shall get from Walmart, in the order in which they were made. Those of units that were
 * taken out, and those of a canceled order, are none: Walmart does not charge for these. Nor are those below half a cent. Pure.
 */
export function medusaRefunds(
  { payment_collections: collections = [] }: RefundedOrderRow,
  { canceledAt, ...reading }: RefundReading
): MedusaRefund[] {
  return collections
    .flatMap((collection) => collection?.payments ?? [])
    .flatMap((payment) => (payment?.provider_id === PROVIDER ? (payment.refunds ?? []) : []))
    .map((row) => toRefund(row, reading))
    .filter(({ amount }) => amount > 0)
    .filter(({ by, madeAtWalmart }) => by !== SETTLED_BY || madeAtWalmart)
    .filter(({ createdAt }) => canceledAt === null || !isOfCancellation(canceledAt, createdAt))
    .sort((a, b) => a.createdAt - b.createdAt || a.id.localeCompare(b.id))
}

/** Whether a refund only writes down what Walmart gave back, as its metadata says. Pure. */
export function isMadeAtWalmart({ metadata }: Pick<RefundRow, "metadata">): boolean {
  const found = said.safeParse(metadata?.[REFUND_METADATA])
  return found.success && "made_at_walmart" in found.data
}

/** What a refund says itself was decided when it was made, and holds whatever the option is now. */
function toRefund(
  row: RefundRow,
  { reasonMap, sentFrom }: Omit<RefundReading, "canceledAt">
): MedusaRefund {
  const found = said.safeParse(row.metadata?.[REFUND_METADATA])
  const createdAt = new Date(row.created_at).getTime()
  return {
    ...{ id: row.id, createdAt, by: row.created_by },
    amount: Math.round(Number(row.amount) * 100),
    reason: row.refund_reason ? walmartReason(row.refund_reason, reasonMap) : null,
    choice: found.success && "lines" in found.data ? found.data : null,
    madeAtWalmart: isMadeAtWalmart(row),
    kept: found.success ? "kept" in found.data : sentFrom === null || createdAt <= sentFrom,
  }
}
