import type { RefundPart } from "../../refunds/refund-parts"
import { isTaxAlone, splitRefund } from "../../refunds/split"

/** What one request gives back of a line. */
export interface GivenLine {
  lineNumber: string
  isFullRefund: boolean
  /** Hundredths, tax included. */
  parts: { part: RefundPart; given: number }[]
}

/** Body of `POST …/refund`: every amount negative, its tax for itself (docs/walmart-api.md, "Refunds"). */
export function refundBody(purchaseOrderId: string, reason: string, lines: GivenLine[]): object {
  const orderLine = lines.map((line) => ({
    ...{ lineNumber: line.lineNumber, isFullRefund: line.isFullRefund },
    refunds: {
      refund: [
        {
          refundCharges: {
            refundCharge: chargedParts(line).map((one) => refundCharge(reason, one)),
          },
        },
      ],
    },
  }))
  return { orderRefund: { purchaseOrderId, orderLines: { orderLine } } }
}

/** The parts that a charge can name; a full refund takes what is tax alone along. */
export function chargedParts({ parts }: GivenLine): GivenLine["parts"] {
  return parts.filter(({ part, given }) => !isTaxAlone(given, part))
}

function refundCharge(refundReason: string, { part, given }: GivenLine["parts"][number]) {
  const { type: chargeType, name: chargeName, currency } = part
  const { amount, tax } = splitRefund(given, part)
  const money = (hundredths: number) => ({ currency, amount: -hundredths / 100 })
  const taxed =
    tax === 0 ? {} : { tax: { taxName: TAX_NAMES[chargeType] ?? "Tax", taxAmount: money(tax) } }
  return { refundReason, charge: { chargeType, chargeName, chargeAmount: money(amount), ...taxed } }
}

const TAX_NAMES: Record<string, string> = { PRODUCT: "Item Price Tax", SHIPPING: "Shipping Tax" }
