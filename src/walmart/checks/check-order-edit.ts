import type { PlanInput, WalmartSide } from "../updates/model/sides"
import { cancellationsIn } from "../updates/model/known-payloads"
import { highestTotal } from "../updates/cancellation/cancellation"
import { checkReason, customerAskedForAll } from "../markets/markets"
import { HALF_CENT } from "../reconciliation/figures/changed-price"
import { openQuantity } from "../orders/order"
import { shownAmount } from "../common/money"
import { shownValue } from "../common/problem"
import { distinct, inARow, type Phrase, phrase, phrases } from "../words/phrase"

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
 * @returns what to say to the person at the Edit screen; nothing when the edit may be saved
 */
export function checkOrderEdit(question: OrderEditQuestion): Phrase[] {
  const { input, items, actions, isFinal } = question
  const updates = actions.filter(({ kind }) => kind === "ITEM_UPDATE")
  const edited = items.flatMap((item) => editedItem(item, updates) ?? [])
  const refusals = [
    ...distinct(actions.map(foreignRefusal)).flat(),
    ...edited.flatMap((one) => [
      ...priceRefusals(one, input.walmart.currency),
      ...quantityRefusals(input, one),
    ]),
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

const FOREIGN = [
  "SHIPPING_ADD",
  "SHIPPING_REMOVE",
  "SHIPPING_UPDATE",
  "PROMOTION_ADD",
  "PROMOTION_REMOVE",
  "CREDIT_LINE_ADD",
] as const

function foreignRefusal({ kind, title }: EditAction): Phrase[] {
  if (HARMLESS.includes(kind)) return []
  if (kind === "ITEM_ADD") return addedRefusal(title)
  const known = FOREIGN.find((one) => one === kind)
  const name = known ? (known.toLowerCase() as Lowercase<typeof known>) : "unknown"
  return phrases("edit_foreign", { change: [phrase("edit_foreign", name, { kind })] })
}

function addedRefusal(title: string | null): Phrase[] {
  return phrases("edit_adds_item", { title: shownValue(title ?? "") }, title ? "titled" : "")
}

/** Medusa rounds no unit price; a screen may. A price that was changed may be set back. */
function priceRefusals(item: EditedItem, currency: string): Phrase[] {
  const { unitPrice, importedPrice, wantedPrice } = item
  const kept = [unitPrice, importedPrice]
  if (kept.some((price) => Math.abs(price - wantedPrice) < HALF_CENT)) return []
  const [price, wanted] = [importedPrice, wantedPrice].map((one) => shownAmount(one, currency))
  return phrases("edit_price", { item: nameOf(item), price, wanted })
}

function quantityRefusals(input: PlanInput, item: EditedItem): Phrase[] {
  const { quantity, wanted, lineNumber } = item
  if (wanted === quantity) return []
  const line = input.walmart.lines.find((known) => known.lineNumber === lineNumber)
  if (!line) return wanted > quantity ? addedRefusal(item.title) : []
  if (!Number.isInteger(wanted)) return phrases("edit_fraction", { item: nameOf(item), wanted })
  return wanted > quantity
    ? raisedRefusal(item, line, canceledAtWalmart(input, line))
    : loweredRefusal(item, line)
}

/** What an update brought there may be missing in an older read. */
function canceledAtWalmart({ known }: PlanInput, line: WalmartLine): number {
  const sent = known.filter(({ status }) => status === "sent")
  return Math.max(line.quantities.canceled, highestTotal(cancellationsIn(sent), line.lineNumber))
}

function raisedRefusal(
  item: EditedItem,
  { quantity: ordered }: WalmartLine,
  canceled: number
): Phrase[] {
  const { wanted } = item
  const most = ordered - canceled
  if (wanted <= most) return []
  const about = { item: nameOf(item), wanted, ordered, canceled, most }
  return phrases("edit_raises", about, canceled > 0 ? "canceled" : "")
}

function loweredRefusal(item: EditedItem, line: WalmartLine): Phrase[] {
  const { quantity: ordered, wanted, fulfilled } = item
  const open = openQuantity(line.quantities)
  const needed = neededAtWalmart(line, wanted)
  const about = { item: nameOf(item), ordered, fulfilled, open }
  if (wanted < fulfilled) {
    return phrases("edit_lowers", { ...about, units: ordered - wanted }, "fulfilled")
  }
  return needed <= open ? [] : phrases("edit_lowers", { ...about, units: needed }, "shipped")
}

type WalmartLine = WalmartSide["lines"][number]

/** Units that Walmart must cancel beyond those it has. */
function neededAtWalmart(line: WalmartLine, wanted: number): number {
  return line.quantity - wanted - line.quantities.canceled
}

/** The reason is the one the cancellation will have: chosen on the order, the customer's own, or the account's default. */
function reasonRefusals({ walmart, medusa, market }: PlanInput, edited: EditedItem[]): Phrase[] {
  const named = walmart.lines.filter((line) =>
    edited.some(
      ({ lineNumber, wanted, quantity }) =>
        lineNumber === line.lineNumber && wanted < quantity && neededAtWalmart(line, wanted) > 0
    )
  )
  if (named.length === 0) return []
  if (walmart.readOnly) return phrases("fulfilled_by_others", {}, "units")
  const customerAsked = customerAskedForAll(named)
  const own = market.cancellationReasons.find((known) => known.onlyWhenCustomerAsked)
  const reason = medusa.reason ?? (customerAsked ? (own?.code ?? null) : null)
  const problem = checkReason(market, reason ?? medusa.defaultReason, { customerAsked })
  return problem ? [...inARow(problem), phrase("edit_reason", "remedy", {})] : []
}

function nameOf({ title, lineNumber }: EditableItem): Phrase[] {
  const about = { title: shownValue(title), line: lineNumber ?? "" }
  return [phrase("edit_item", lineNumber === null ? "titled" : "in_line", about)]
}
