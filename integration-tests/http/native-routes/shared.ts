import { Modules } from "@medusajs/framework/utils"
import type { AdminWalmartCarrierResponse } from "../../../src/types/http"
import { type ImportedOrder, type TestStore, waitFor } from "../../helpers/store"
import {
  acknowledgedOrder,
  detailOf,
  expectRefusal,
  UPS,
  UPS_TWO,
  updateThat,
} from "../admin-api/support"

/** One number for two orders is a mistake, or one parcel for both: who ships says which. */
export function shared(store: TestStore): void {
  const labels = (tracking_number: string) => [{ tracking_number }]

  const numbersAt = (po: string) =>
    store.ledger(po).flatMap(({ trackingNumber }) => trackingNumber ?? [])

  /** An order that was shipped with {@link UPS}, and another one that is packed. */
  const twoOrders = async () => {
    const first = await acknowledgedOrder(store)
    await store.fulfillAndShip(first.orderId, labels(UPS))
    await updateThat(store, first.orderId, ({ kind }) => kind === "shipment")
    const second = await acknowledgedOrder(store)
    return { first, second, fulfillmentId: await store.fulfill(second.orderId) }
  }

  const isTold = async ({ purchaseOrderId: po }: ImportedOrder, number: string) => {
    await waitFor("the parcel at Walmart", () => numbersAt(po).length > 0)
    expect(numbersAt(po)).toEqual([number])
  }

  const confirm = (orderId: string, fulfillment_id: string, keys: string[]) =>
    store.post<AdminWalmartCarrierResponse>(`/admin/walmart/orders/${orderId}/carrier`, {
      fulfillment_id,
      confirm: keys,
    })

  it("is asked about with the other order's number, however it is spelled, and another number ships", async () => {
    const { first, second, fulfillmentId } = await twoOrders()
    const spelled = "1z999-aa1 0123456784"
    await expectRefusal(
      store.ship(second.orderId, fulfillmentId, labels(spelled)),
      "invalid_data",
      new RegExp(`${UPS} is also the number of Walmart order ${first.purchaseOrderId}\\.`),
      /enter the number on this parcel's own label/,
      /choose “ship anyway” for this fulfillment/
    )
    expect((await store.order(second.orderId)).fulfillments[0].shipped_at).toBeNull()
    await store.ship(second.orderId, fulfillmentId, labels(UPS_TWO))
    await isTold(second, UPS_TWO)
    const { warnings } = await updateThat(store, second.orderId, ({ kind }) => kind === "shipment")
    expect(warnings).toEqual([])
  })

  it.each([
    [
      "the barcode of a number that was typed",
      "9400111206206406260787",
      "420787459400111206206406260787",
    ],
    [
      "the number of a barcode that was scanned",
      "420902109405803699300124287899",
      "9405803699300124287899",
    ],
  ])("is asked about by %s", async (_, sent, scanned) => {
    const first = await acknowledgedOrder(store)
    await store.fulfillAndShip(first.orderId, labels(sent))
    await updateThat(store, first.orderId, ({ kind }) => kind === "shipment")
    const second = await acknowledgedOrder(store)
    const fulfillmentId = await store.fulfill(second.orderId)
    await expectRefusal(
      store.ship(second.orderId, fulfillmentId, labels(scanned)),
      "invalid_data",
      new RegExp(`${scanned} is also the number of Walmart order ${first.purchaseOrderId}`)
    )
  })

  it("ships once a person says that it is one parcel, for that number alone", async () => {
    const { second, fulfillmentId } = await twoOrders()
    const third = await acknowledgedOrder(store)
    await store.fulfillAndShip(third.orderId, labels(UPS_TWO))
    await updateThat(store, third.orderId, ({ kind }) => kind === "shipment")
    await expectRefusal(
      store.ship(second.orderId, fulfillmentId, labels(UPS)),
      "invalid_data",
      /also the number/
    )
    const { fulfillments } = await detailOf(store, second.orderId)
    const [asked] = fulfillments[0].concerns
    expect(asked).toMatchObject({ message: expect.stringContaining(UPS), confirmed_by: null })
    await confirm(second.orderId, fulfillmentId, [asked.key])
    const other = store.ship(second.orderId, fulfillmentId, labels(UPS_TWO))
    await expectRefusal(other, "invalid_data", new RegExp(third.purchaseOrderId))
    const again = await expectAsked(second.orderId, UPS_TWO)
    await confirm(second.orderId, fulfillmentId, [again])
    await store.ship(second.orderId, fulfillmentId, labels(UPS_TWO))
    await isTold(second, UPS_TWO)
  })

  /** The key of the only question about an order's only fulfillment. */
  const expectAsked = async (orderId: string, number: string) => {
    const [{ concerns }] = (await detailOf(store, orderId)).fulfillments
    expect(concerns).toMatchObject([{ message: expect.stringContaining(number) }])
    return concerns[0].key
  }

  it("is a warning on the update of a shipment that was made past the screen", async () => {
    const { first, second, fulfillmentId } = await twoOrders()
    await store.markShipped(fulfillmentId, UPS)
    await store.run("plan-walmart-updates", { order_id: second.orderId })
    const { warnings } = await updateThat(store, second.orderId, ({ kind }) => kind === "shipment")
    expect(warnings).toMatchObject([
      {
        text: expect.stringMatching(
          `${UPS} is also the number of Walmart order ${first.purchaseOrderId}`
        ),
        words: [{ key: "number_shared.message_sent" }, { key: "number_shared.remedy_sent" }],
      },
    ])
    await store.sendDue()
    await isTold(second, UPS)
  })

  it("is free again when the other order's shipment was taken back before it was told", async () => {
    const { orderId } = await acknowledgedOrder(store)
    await store.post("/admin/walmart/accounts/main/pause")
    const id = await store.fulfillAndShip(orderId, labels(UPS))
    await updateThat(store, orderId, ({ kind }) => kind === "shipment")
    const fulfillments = store.container().resolve(Modules.FULFILLMENT)
    await fulfillments.updateFulfillment(id, { shipped_at: null } as never)
    await store.run("plan-walmart-updates", { order_id: orderId })
    await updateThat(store, orderId, ({ status }) => status === "superseded")
    await store.post("/admin/walmart/accounts/main/resume")
    const second = await acknowledgedOrder(store)
    await store.fulfillAndShip(second.orderId, labels(UPS))
    await isTold(second, UPS)
  })
}
