import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { type ReturnShare, sharesOf } from "../../src/walmart/returns/plan-return"
import { ACCOUNT, moduleSuite } from "../helpers/module"

moduleSuite({}, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const control = (path: string, body: object = {}) => simulator().control.run("POST", path, body)

  /** What Walmart shows of a return of a shipped order. */
  async function aShare(): Promise<ReturnShare> {
    const lines = [{ sku: "MUG-1", quantity: 3, price: 30 }]
    const { purchaseOrderId: po } = simulator().control.createOrder({ lines, status: "Shipped" })
    const { returnOrderId: rma } = control("returns", {
      lines: [{ purchaseOrderId: po, quantity: 2 }],
    }) as { returnOrderId: string }
    const [share] = sharesOf(await service.client(ACCOUNT).returns.get(rma))
    return share
  }

  const save = async (share: ReturnShare) =>
    service.returns.save(ACCOUNT, share, await service.databaseNow())

  it("looks for the books of an old refund only while there may be some", async () => {
    const share = await aShare()
    const id = await save({ ...share, refundedAmount: 2000 })
    await db().raw(
      `UPDATE walmart_return SET requested_at = now() - interval '400 days', return_by = NULL, wanted_version = 1,
         sent_version = 1, updated_at = now() - interval '399 days' WHERE id = ?`,
      [id]
    )
    const found = async () => [
      await service.returns.unsettled(ACCOUNT),
      await service.returns.unrecorded([ACCOUNT]),
    ]
    expect(await found()).toEqual([[], []])
    const order = await service.client(ACCOUNT).getOrder(share.purchaseOrderId)
    await service.saveOrder(ACCOUNT, order, await service.databaseNow())
    expect(await found()).toEqual([[], []])
    await db().raw("UPDATE walmart_order SET imported_at = now()")
    expect(await found()).toEqual([[id], [id]])
    expect(await service.returns.unrecorded(["taken-out-of-the-options"])).toEqual([])
    await service.returns.noteRecorded(id, 2000)
    expect(await service.returns.unrecorded([ACCOUNT])).toEqual([])
  })

  it("keeps what is read after the clock was set back, and no read that began before another", async () => {
    const share = await aShare()
    const readAt = await service.databaseNow()
    const later = (ms: number) => new Date(readAt.getTime() + ms)
    const id = await service.returns.save(ACCOUNT, share, later(3_600_000))
    await service.returns.save(ACCOUNT, { ...share, status: "delivered" }, readAt)
    await service.returns.save(ACCOUNT, { ...share, status: "canceled" }, later(-1))
    const row = await service.retrieveWalmartReturn(id)
    expect([row.status, row.read_at]).toEqual(["delivered", readAt])
  })

  it("keeps sums beyond an integer, and the highest that was shown", async () => {
    const share = await aShare()
    const id = await save({ ...share, refundedAmount: 2_500_000_000 })
    await save({ ...share, refundedAmount: 7 })
    await service.returns.noteRecorded(id, 2_400_000_000)
    const { refunded_amount, recorded_amount } = await service.retrieveWalmartReturn(id)
    expect([refunded_amount, recorded_amount]).toEqual([2_500_000_000, 2_400_000_000])
    const { rows } = await service.returns.find({ ids: [id], limit: 1, offset: 0 })
    expect(rows[0].refunded_amount).toBe(2_500_000_000)
  })
})
