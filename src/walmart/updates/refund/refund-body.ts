import type { RefundPart } from "../../refunds/refund-parts"
import { splitRefund } from "../../refunds/split"

/** What one request gives back of a line. */
export interface GivenLine {
  lineNumber: string
  isFullRefund: boolean
  /** Hundredths, tax included. */
  parts: { part: RefundPart; given: number }[]
}

/** Body of `POST …/refund`: every amount negative, its tax for itself (docs/walmart-api.md, "Refunds"). */
export function refundBody(purchaseOrderId: string, reason: string, lines: GivenLine[]): object {
  const orderLine = lines.map(({ lineNumber, isFullRefund, parts }) => ({
    ...{ lineNumber, isFullRefund },
    refunds: {
      refund: [{ refundCharges: { refundCharge: parts.map((one) => refundCharge(reason, one)) } }],
    },
  }))
  return { orderRefund: { purchaseOrderId, orderLines: { orderLine } } }
}

function refundCharge(refundReason: string, { part, given }: GivenLine["parts"][number]) {
  const { type: chargeType, name: chargeName, currency } = part
  const { amount, tax } = splitRefund(given, part)
  const money = (hundredths: number) => ({ currency, amount: negative(hundredths) })
  const taxed =
    tax === 0 ? {} : { tax: { taxName: TAX_NAMES[chargeType] ?? "Tax", taxAmount: money(tax) } }
  return { refundReason, charge: { chargeType, chargeName, chargeAmount: money(amount), ...taxed } }
}

const TAX_NAMES: Record<string, string> = { PRODUCT: "Item Price Tax", SHIPPING: "Shipping Tax" }

/** In major units; 0 stays 0, because JSON has no negative one. */
function negative(hundredths: number): number {
  return hundredths === 0 ? 0 : -hundredths / 100
}
