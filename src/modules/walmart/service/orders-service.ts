import { MedusaError } from "@medusajs/framework/utils"
import { type CaseMark, markCase } from "../orders/case-sql"
import type { Discrepancy } from "../../../walmart/reconciliation/figures/discrepancy"
import type { Order } from "../../../walmart/orders/order"
import type { KeptConcern } from "../../../walmart/checks/shipment-concerns"
import type { SharedNumber } from "../../../walmart/checks/shared-numbers"
import type { LineCancellation } from "../../../walmart/updates/model/update"
import type { DismissedDiscrepancy } from "../../../walmart/reconciliation/figures/discrepancy"
import { dismissDiscrepancies, saveDiscrepancies } from "../orders/discrepancy-sql"
import { lensOf } from "../config/lens"
import {
  databaseNow,
  orderIdsNamed,
  orderIdsNamedEach,
  saveOrder,
  type SavedOrder,
} from "../orders/order-sql"
import {
  chooseReason,
  forgetLineCancellation,
  type FormerChoice,
  keepLineCancellation,
  restoreReason,
  takeReasonBack,
} from "../orders/reason-sql"
import {
  type ChangedOrder,
  changedOrders,
  type Looked,
  noteLooked,
  watchOrder,
  unfinishedOrders,
} from "../orders/sweep-sql"
import {
  loadOrderSides,
  type OrderOfMedusa,
  orderOfMedusa,
  type OrderSide,
  type SendTarget,
  sendTargetsOf,
} from "../orders/side-sql"
import { sharedNumbers } from "../orders/shared-numbers-sql"
import { refreshUnchanged } from "../orders/unchanged-sql"
import { noteUnreadError } from "../orders/unreadable-sql"
import { AccountsService } from "./accounts-service"
import { phrase } from "../../../walmart/words/phrase"
import { Refusal } from "../common/refusal"
import type { Loose, OrderChangeId, WalmartOrderId } from "../../../walmart/common/ids"

/** What was decided beforehand about shipping a fulfillment. */
export interface ShippingChoice {
  carrier: string | null
  tracking_url: string | null
  chosen_by: string | null
  /** Ship although the customer asked Walmart to cancel. */
  ship_anyway: boolean
  ship_anyway_by: string | null
  /** What the Ship screen asked about; null when it asked nothing. */
  concerns: KeptConcern[] | null
}

/** Open orders of which nothing has changed that a sweep looks at nevertheless, so that all are looked at within days. */
const LOOKED_AT_AGAIN = 10

/** Walmart's orders as they were read last, what was found different about them, and what a person chose for them. */
export class OrdersService extends AccountsService {
  /** The database's clock, the only one that decides anything. */
  async databaseNow(): Promise<Date> {
    return databaseNow(this.db)
  }

  /**
   * Reads one order. An answer that cannot be understood is noted on the order's row before it is thrown.
   * @param readAt the database's time before this
   * @throws WalmartError
   */
  async readOrder(accountId: string, purchaseOrderId: string, readAt: Date): Promise<Order> {
    try {
      return await this.client(accountId).getOrder(purchaseOrderId)
    } catch (error) {
      await noteUnreadError(this.db, { accountId, purchaseOrderId, readAt }, error)
      throw error
    }
  }

  /** Writes what was read from Walmart; an older read never overwrites a newer one. */
  async saveOrder(accountId: string, order: Order, readAt: Date): Promise<SavedOrder> {
    return saveOrder(this.db, { accountId, order, market: this.market(accountId), readAt })
  }

  /** Writes what was read of one order, which most often is what is known, and then costs no more than the note that it was read. */
  async keepRead(accountId: string, order: Order, readAt: Date): Promise<void> {
    await this.keepReads(accountId, [order], readAt)
  }

  /** The same for several orders. @returns their rows, in their order */
  async keepReads(accountId: string, orders: Order[], readAt: Date): Promise<SavedOrder[]> {
    const unchanged = await this.refreshUnchanged(accountId, orders, readAt)
    const saved: SavedOrder[] = []
    for (const order of orders) {
      const same = unchanged.get(order.purchaseOrderId)
      saved.push(same ?? (await this.saveOrder(accountId, order, readAt)))
    }
    return saved
  }

  /** Notes that unchanged orders were read again, all at once. @returns the rows of those, by purchase order number */
  async refreshUnchanged(
    accountId: string,
    orders: Order[],
    readAt: Date
  ): Promise<Map<string, SavedOrder>> {
    const market = this.market(accountId)
    return refreshUnchanged(this.db, { accountId, orders, market, readAt })
  }

  /** The Walmart order that belongs to a Medusa order; null for orders of other channels. */
  async orderOf(orderId: string): Promise<OrderOfMedusa | null> {
    return orderOfMedusa(this.db, orderId)
  }

  /** Walmart's side of the orders that belong to these Medusa orders. */
  async orderSides(orderIds: string[]): Promise<OrderSide[]> {
    return loadOrderSides(this.db, orderIds)
  }

  /** Whose queues updates of these orders go to, and how urgent they are. @throws MedusaError NOT_FOUND */
  protected async sendTargetsOf(walmartOrderIds: string[]): Promise<SendTarget[]> {
    const targets = await sendTargetsOf(this.db, walmartOrderIds)
    const found = new Map(targets.map((target) => [target.id, target]))
    return walmartOrderIds.map((id) => found.get(id) ?? unknownOrder(id))
  }

  /** Ids of the Walmart orders that an id, the id of a Medusa order or a purchase order number means. */
  async orderIdsNamed(name: string): Promise<string[]> {
    return orderIdsNamed(this.db, name)
  }

  /** Ids of the Walmart orders that each of these names means, by name; Walmart's customer order number is one too. */
  async orderIdsNamedEach(names: string[]): Promise<Map<string, string[]>> {
    return orderIdsNamedEach(this.db, names)
  }

  /**
   * Orders that the sweep has to look at, by id: open at Walmart or changed there within a day, and not as they were when they were
   * last compared; also a few that have not been looked at for a day.
   */
  async changedOrders(): Promise<ChangedOrder[]> {
    const settings = await this.accountSettings()
    const lenses = this.options.accounts.map((account) => [
      account.id,
      lensOf(this.options, account, settings(account.id)),
    ])
    return changedOrders(this.db, { lenses: Object.fromEntries(lenses), again: LOOKED_AT_AGAIN })
  }

  /** Has the sweep look at a Medusa order for a day, however long ago it was closed. */
  async watchOrder(orderId: string): Promise<void> {
    await watchOrder(this.db, orderId)
  }

  /** Remembers what the sweep has looked at. */
  async noteLooked(looked: Looked): Promise<void> {
    await noteLooked(this.db, looked)
  }

  /** Orders that the sweep found changed and has not finished. @returns Medusa order ids */
  async unfinishedOrders(): Promise<string[]> {
    return unfinishedOrders(this.db)
  }

  /** Keeps what was found different about an order. @returns what of it is news */
  async saveDiscrepancies(walmartOrderId: string, found: Discrepancy[]): Promise<Discrepancy[]> {
    return saveDiscrepancies(this.db, walmartOrderId, found)
  }

  /** Dismisses differences of an order, until their figures change. @returns how many */
  async dismissDiscrepancies(
    walmartOrderId: string,
    dismissal: Pick<DismissedDiscrepancy, "by" | "note">,
    isMeant: (discrepancy: Discrepancy) => boolean = () => true
  ): Promise<number> {
    return dismissDiscrepancies(this.db, walmartOrderId, dismissal, isMeant)
  }

  /** Marks an order as a case, whose evidence is kept, or ends that with null. */
  async markCase(walmartOrderId: string, mark: CaseMark | null): Promise<void> {
    await markCase(this.db, walmartOrderId, mark)
  }

  /** Keeps a person's reason on an order, or takes it back with null. */
  async chooseReason(
    walmartOrderId: string,
    { reason, by }: { reason: string | null; by: string }
  ): Promise<void> {
    if (reason === null) return takeReasonBack(this.db, walmartOrderId, by)
    return chooseReason(this.db, walmartOrderId, { reason, by })
  }

  /** Puts a person's former choice back. */
  async restoreReason(former: FormerChoice): Promise<void> {
    return restoreReason(this.db, former)
  }

  /** Keeps the reason of units that an order change is about to take out. */
  async keepLineCancellation(walmartOrderId: string, kept: LineCancellation): Promise<void> {
    return keepLineCancellation(this.db, walmartOrderId, kept)
  }

  /** Forgets the reason of an order change that came to nothing. */
  async forgetLineCancellation(
    walmartOrderId: Loose<WalmartOrderId>,
    changeId: OrderChangeId
  ): Promise<void> {
    return forgetLineCancellation(this.db, walmartOrderId, changeId)
  }

  /** Which of these tracking numbers other orders have too, by updates that are wanted. */
  async sharedNumbers(walmartOrderId: string, trackingNumbers: string[]): Promise<SharedNumber[]> {
    return sharedNumbers(this.db, walmartOrderId, trackingNumbers)
  }

  /** What was decided about shipping a fulfillment; null when nothing was. */
  async shippingChoice(fulfillmentId: string): Promise<ShippingChoice | null> {
    const [known] = await this.listWalmartCarrierChoices({ fulfillment_id: fulfillmentId })
    if (!known) return null
    const { carrier, tracking_url, chosen_by, ship_anyway, ship_anyway_by, concerns } = known
    return { carrier, tracking_url, chosen_by, ship_anyway, ship_anyway_by, concerns }
  }

  /** Keeps what was decided about shipping a fulfillment instead of what was decided before; null forgets it. */
  async saveShippingChoice(fulfillmentId: string, choice: ShippingChoice | null): Promise<void> {
    const fulfillment_id = fulfillmentId
    const [known] = await this.listWalmartCarrierChoices({ fulfillment_id })
    if (!choice) await this.deleteWalmartCarrierChoices({ fulfillment_id })
    else if (known) await this.updateWalmartCarrierChoices({ id: known.id, ...choice })
    else await this.createWalmartCarrierChoices({ fulfillment_id, ...choice })
  }
}

function unknownOrder(id: string): never {
  throw new Refusal(MedusaError.Types.NOT_FOUND, [phrase("order_unknown", "message", { id })])
}
