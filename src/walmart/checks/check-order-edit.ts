import type { PlanInput, WalmartSide } from "../updates/model/sides"
import { cancellationsIn } from "../updates/model/known-payloads"
import { highestTotal } from "../updates/cancellation/cancellation"
import { checkReason, customerAskedForAll } from "../markets/markets"
import { HALF_CENT } from "../reconciliation/figures/changed-price"
import { openQuantity } from "../orders/order"
import { problemText, shownValue } from "../common/problem"
import { ownValue } from "../common/own-value"

/** An item of the Medusa order as it is before the edit. */
export interface EditableItem {
  id: string
  title: string
  /** Null for an item that is no line of the Walmart order. */
  lineNumber: string | null
  quantity: number
  /** Units in fulfillments that are not canceled. */
  fulfilled: number
  /** Major units. */
  unitPrice: number
  /** As it was imported, which is what Walmart charges; an edit past the screens may have changed it since. Major units. */
  importedPrice: number
}

/** One action of an order edit, as Medusa keeps it. */
export interface EditAction {
  /** Medusa's name, such as `ITEM_UPDATE`. */
  kind: string
  itemId: string | null
  /** Title of an item that the edit adds. */
  title: string | null
  /** Units the item has afterwards. */
  quantity: number | null
  /** Major units; null when the price stays. */
  unitPrice: number | null
}

/** An order edit with everything known about its order. */
export interface OrderEditQuestion {
  input: PlanInput
  items: EditableItem[]
  actions: EditAction[]
  /** False while the edit is being put together: its reason may still be chosen. */
  isFinal: boolean
}

/**
 * Finds everything about an order edit that Walmart would not follow: it takes units out, and nothing else. Pure.
 * @returns sentences for the person at the Edit screen; none when the edit may be saved
 */
export function checkOrderEdit(question: OrderEditQuestion): string[] {
  const { input, items, actions, isFinal } = question
  const updates = actions.filter(({ kind }) => kind === "ITEM_UPDATE")
  const edited = items.flatMap((item) => editedItem(item, updates) ?? [])
  const refusals = [
    ...new Set(actions.flatMap((action) => foreignText(action) ?? [])),
    ...edited.flatMap((one) => [...priceRefusals(one), ...quantityRefusals(input, one)]),
  ]
  if (refusals.length > 0 || !isFinal) return refusals
  return reasonRefusals(input, edited)
}

interface EditedItem extends EditableItem {
  /** Units afterwards. */
  wanted: number
  wantedPrice: number
}

/** Medusa applies the actions in turn, so the last one counts. */
function editedItem(item: EditableItem, updates: EditAction[]): EditedItem | null {
  const mine = updates.filter(({ itemId }) => itemId === item.id)
  if (mine.length === 0) return null
  const wanted = lastOf(mine.map(({ quantity }) => quantity)) ?? item.quantity
  const wantedPrice = lastOf(mine.map(({ unitPrice }) => unitPrice)) ?? item.unitPrice
  return { ...item, wanted, wantedPrice }
}

function lastOf(values: (number | null)[]): number | null {
  return values.filter((value) => value !== null).at(-1) ?? null
}

/** Actions that change neither what is sent nor what it costs. */
const HARMLESS = ["ITEM_UPDATE", "UPDATE_ORDER_PROPERTIES", "TRANSFER_CUSTOMER"]

const FOREIGN: Record<string, string> = {
  SHIPPING_ADD: "adds a shipping method",
  SHIPPING_REMOVE: "removes a shipping method",
  SHIPPING_UPDATE: "changes a shipping method",
  PROMOTION_ADD: "adds a promotion",
  PROMOTION_REMOVE: "removes a promotion",
  CREDIT_LINE_ADD: "adds a credit",
}

function foreignText({ kind, title }: EditAction): string | null {
  if (HARMLESS.includes(kind)) return null
  if (kind === "ITEM_ADD") return addedText(title)
  const what = ownValue(FOREIGN, kind) ?? `makes a change that Walmart knows nothing of (${kind})`
  return (
    `This edit ${what}, but Walmart has already charged the buyer for this order, and that cannot be changed here. ` +
    "Take it out of the edit, or cancel the edit; refund a part instead."
  )
}

function addedText(title: string | null): string {
  const name = title ? ` “${shownValue(title)}”` : ""
  return (
    `This edit adds an item${name}, but an order cannot get new items at Walmart: it would be neither paid nor known there. ` +
    "Take it out of the edit, or cancel the edit. For another product cancel this one and have the customer order the other at Walmart."
  )
}

/** Medusa rounds no unit price; a screen may. A price that was changed may be set back. */
function priceRefusals(item: EditedItem): string[] {
  const { title, lineNumber, unitPrice, importedPrice, wantedPrice } = item
  const kept = [unitPrice, importedPrice]
  if (kept.some((price) => Math.abs(price - wantedPrice) < HALF_CENT)) return []
  return [
    `The price of ${nameOf(title, lineNumber)} is ${importedPrice.toFixed(2)} at Walmart and cannot be changed to ${wantedPrice.toFixed(2)} here, because Walmart charges the buyer its own price. ` +
      "Leave the price as it is; refund a part instead.",
  ]
}

function quantityRefusals(input: PlanInput, item: EditedItem): string[] {
  const { quantity, wanted, lineNumber } = item
  if (wanted === quantity) return []
  const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
  if (!line) return wanted > quantity ? [addedText(item.title)] : []
  const refusal =
    wanted > quantity
      ? raisedRefusal(item, line, canceledAtWalmart(input, line))
      : loweredRefusal(item, line)
  return refusal ? [refusal] : []
}

/** What an update brought there may be missing in an older read. */
function canceledAtWalmart({ known }: PlanInput, line: WalmartLine): number {
  const sent = known.filter(({ status }) => status === "sent")
  return Math.max(line.quantities.canceled, highestTotal(cancellationsIn(sent), line.lineNumber))
}

function raisedRefusal(
  { title, wanted }: EditedItem,
  { lineNumber, quantity: ordered }: WalmartLine,
  canceled: number
): string | null {
  const most = ordered - canceled
  if (wanted <= most) return null
  const gone = canceled > 0 ? `, and ${canceled} of them are canceled there` : ""
  return (
    `${wanted} unit(s) of ${nameOf(title, lineNumber)} are too many: Walmart's buyer ordered ${ordered}${gone}. ` +
    `Use ${most} at most; more have to be ordered at Walmart.`
  )
}

function loweredRefusal(item: EditedItem, line: WalmartLine): string | null {
  const { title, quantity, wanted, fulfilled } = item
  const name = nameOf(title, line.lineNumber)
  if (wanted < fulfilled) {
    return (
      `${quantity - wanted} unit(s) of ${name} cannot be taken out, because ${fulfilled} of ${quantity} are in fulfillments. ` +
      `Leave at least ${fulfilled}, or cancel the fulfillment that holds them first; what is shipped can only be refunded.`
    )
  }
  const open = openQuantity(line.quantities)
  const needed = neededAtWalmart(line, wanted)
  if (needed <= open) return null
  return (
    `${needed} unit(s) of ${name} would have to be canceled at Walmart, which shows only ${open} open. ` +
    "Refresh the order in the Walmart box and take out fewer; what is shipped can only be refunded."
  )
}

type WalmartLine = WalmartSide["lines"][number]

/** Units that Walmart must cancel beyond those it has. */
function neededAtWalmart(line: WalmartLine, wanted: number): number {
  return line.quantity - wanted - line.quantities.canceled
}

/** The reason is the one the cancellation will have: chosen on the order, the customer's own, or the account's default. */
function reasonRefusals({ walmart, medusa, market }: PlanInput, edited: EditedItem[]): string[] {
  const named = walmart.lines.filter((line) =>
    edited.some(
      ({ lineNumber, wanted, quantity }) =>
        lineNumber === line.lineNumber && wanted < quantity && neededAtWalmart(line, wanted) > 0
    )
  )
  if (named.length === 0) return []
  if (walmart.readOnly) return [READ_ONLY]
  const customerAsked = customerAskedForAll(named)
  const own = market.cancellationReasons.find((known) => known.onlyWhenCustomerAsked)
  const reason = medusa.reason ?? (customerAsked ? (own?.code ?? null) : null)
  const problem = checkReason(market, reason ?? medusa.defaultReason, { customerAsked })
  return problem ? [`${problemText(problem)} ${WHERE}`] : []
}

const READ_ONLY =
  "This order is fulfilled by Walmart (WFS) or a logistics partner (3PL). Its units cannot be canceled here; ask Walmart's seller support."

const WHERE = "The reason is chosen in the Walmart box on the order's page; then confirm the edit."

function nameOf(title: string, lineNumber: string | null): string {
  const name = `“${shownValue(title)}”`
  return lineNumber === null ? name : `${name} (line ${lineNumber})`
}
