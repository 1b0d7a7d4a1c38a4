import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { ACCOUNT, moduleSuite } from "../helpers/module"

moduleSuite({}, ({ service, MikroOrmWrapper }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const event = (eventId: string) =>
    service.webhooks.store(ACCOUNT, {
      ...{ eventId, type: "ORDER_UPDATES", subType: null, eventTime: null },
      purchaseOrderId: "1799999999001",
    })
  const request = async () => (await service.listWalmartReadRequests({}))[0]

  /** The ninth read of an order is under way, and eight have failed. */
  async function lastRead() {
    await event("first")
    await db().raw("UPDATE walmart_read_request SET attempts = 8")
    const [claim] = await service.webhooks.claimReads(1)
    return claim
  }

  it("leave an order to polling after nine failed reads", async () => {
    await service.webhooks.postponeRead(await lastRead(), "Walmart is away.")
    expect(await request()).toMatchObject({ next_due_at: null, attempts: 9 })
  })

  it("begin anew when an event came during the ninth", async () => {
    const claim = await lastRead()
    await event("second")
    await service.webhooks.postponeRead(claim, "Walmart is away.")
    expect(await request()).toMatchObject({ next_due_at: expect.any(Date), attempts: 0 })
  })

  it("wait as long as before when an event came during an earlier one", async () => {
    await event("first")
    const [claim] = await service.webhooks.claimReads(1)
    await event("second")
    await service.webhooks.postponeRead(claim, "Walmart is away.")
    const { attempts, next_due_at, last_read_at } = await request()
    expect(attempts).toBe(1)
    expect(Number(next_due_at) - Number(last_read_at)).toBeGreaterThanOrEqual(30_000)
  })
})
