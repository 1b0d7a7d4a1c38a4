import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { claim } from "../../src/modules/walmart/queue/claim-sql"
import { RETURN_KIND } from "../../src/modules/walmart/common/subject"
import { sendReturnRefund } from "../../src/modules/walmart/queue/senders/return-sender"
import type { SendingPoint } from "../../src/modules/walmart/queue/senders/sender"
import { sharesOf } from "../../src/walmart/returns/plan-return"
import { say } from "../../src/walmart/words/phrase"
import { waitFor } from "../../testing/wait-for"
import { ACCOUNT, moduleSuite } from "../helpers/module"

const OPTIONS = {
  callTimeoutMs: 5_000,
  settleMs: 500,
  leaseMarginMs: 5_000,
  leaseMs: 11_000,
}

jest.setTimeout(60_000)

moduleSuite(OPTIONS, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const control = (path: string, body: object = {}) => simulator().control.run("POST", path, body)

  beforeEach(() => {
    simulator().control.run("DELETE", "faults")
  })

  /** A return of three units that the module knows, with its number at Walmart. */
  async function aReturn(): Promise<{ id: string; rma: string; po: string }> {
    const lines = [{ sku: "MUG-1", quantity: 3, price: 30 }]
    const { purchaseOrderId: po } = simulator().control.createOrder({ lines, status: "Shipped" })
    const { returnOrderId: rma } = control("returns", {
      lines: [{ purchaseOrderId: po }],
    }) as { returnOrderId: string }
    const [share] = sharesOf(await service.client(ACCOUNT).returns.get(rma))
    const id = await service.returns.save(ACCOUNT, share, await service.databaseNow())
    return { id, rma, po }
  }

  const want = (id: string, units: number) =>
    service.returns.want(id, { wanted: { "1": units }, by: "received" })

  const refunded = (po: string) =>
    simulator()
      .control.ledger(po)
      .filter(({ effect }) => effect === "refunded")
      .map(({ quantity }) => quantity)

  const calls = (rma: string) => simulator().control.requests(`/v3/returns/${rma}/refund`).length

  /** Lets every waiting time pass, leases too, by the only clock that counts. */
  const passTime = async () => {
    await db().raw(`UPDATE walmart_queue SET next_due_at = now() WHERE next_due_at IS NOT NULL`)
    await db().raw(
      `UPDATE walmart_attempt SET started_at = started_at - interval '1 hour',
         finished_at = finished_at - interval '1 hour', unseen_at = unseen_at - interval '1 hour'`
    )
  }

  const isSent = async (id: string) => {
    const { wanted_version: wanted, sent_version: sent } = await service.retrieveWalmartReturn(id)
    return wanted === sent
  }

  /** Sends until it is done, however often it has to wait. */
  const sendAll = async (id: string) => {
    for (let round = 0; round < 6 && !(await isSent(id)); round++) {
      await passTime()
      await service.sendDue()
    }
    expect(await isSent(id)).toBe(true)
  }

  it("refunds what is wanted, and later only what was added", async () => {
    const { id, po } = await aReturn()
    expect(await want(id, 1)).toBe(true)
    expect(await want(id, 1)).toBe(false)
    await service.sendDue()
    await want(id, 3)
    await sendAll(id)
    expect(refunded(po)).toEqual([1, 2])
  })

  it("refunds once although the answer was lost", async () => {
    const { id, rma, po } = await aReturn()
    control("faults", { route: "returns.refund", fault: { kind: "drop_after" } })
    await want(id, 1)
    await service.sendDue()
    expect(await isSent(id)).toBe(false)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
    expect(calls(rma)).toBe(1)
  })

  it("repeats what did not arrive only after two reads", async () => {
    const { id, rma, po } = await aReturn()
    control("faults", { route: "returns.refund", fault: { kind: "drop_before" } })
    await want(id, 2)
    await service.sendDue()
    await passTime()
    await service.sendDue()
    expect(calls(rma)).toBe(1)
    await sendAll(id)
    expect(refunded(po)).toEqual([2])
  })

  it("sends a refund that a person wants although its return cannot be made in Medusa, and says that afterwards", async () => {
    const { id, po } = await aReturn()
    const error = async () => (await service.retrieveWalmartReturn(id)).error_code
    const unmade = say("return_not_made", { why: "It is being changed." })
    await want(id, 1)
    await service.returns.noteUnmade(id, unmade)
    expect(await error()).toBeNull()
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
    await service.returns.noteUnmade(id, unmade)
    expect(await error()).toBe("return_not_made")
  })

  it("looks no more at what never came back, unless something happens to it", async () => {
    const { id } = await aReturn()
    const later = (days: number) =>
      db().raw(
        `UPDATE walmart_return SET return_by = now() - ?::int * interval '1 day',
           updated_at = now() - interval '2 days' WHERE id = ?`,
        [days, id]
      )
    const isLookedAt = async () => (await service.returns.unsettled(ACCOUNT)).includes(id)
    await later(10)
    expect(await isLookedAt()).toBe(true)
    await later(100)
    expect(await isLookedAt()).toBe(false)
    await service.returns.noteReceived(id, { "1": 1 })
    expect(await isLookedAt()).toBe(true)
  })

  it("leaves what Seller Center refunded meanwhile, and refunds the rest", async () => {
    const { id, rma, po } = await aReturn()
    control(`returns/${rma}/refund`, { quantity: 2 })
    await want(id, 3)
    await service.sendDue()
    expect(refunded(po)).toEqual([2, 1])
    expect(await isSent(id)).toBe(true)
  })

  it("asks a person when Walmart refuses, and goes on once they say so", async () => {
    const { id, po } = await aReturn()
    const error = [{ code: "INVALID_REQUEST_CONTENT.GMP_RETURNS_API", field: "quantity" }]
    const body = { error: error.map((one) => ({ ...one, description: "Line is locked" })) }
    const fault = { kind: "status", status: 400, body }
    control("faults", { route: "returns.refund", times: 3, fault })
    await want(id, 1)
    for (let round = 0; round < 3; round++) {
      await service.sendDue()
      await passTime()
    }
    const row = await service.retrieveWalmartReturn(id)
    expect(row.error).toContain("Line is locked")
    await service.returns.retry(id)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })

  const POINTS: SendingPoint[] = [
    "claimed",
    "order_read",
    "call_begun",
    "call_answered",
    "updates_finished",
  ]

  it.each(POINTS)("refunds once when its sender dies at %s", async (point) => {
    const { id, po } = await aReturn()
    await want(id, 1)
    const [owned] = await claim(db(), {
      accountId: ACCOUNT,
      kinds: [RETURN_KIND],
      limit: 1,
      leaseMs: OPTIONS.leaseMs,
      subjectId: id,
    })
    let died = false
    const dies = () => {
      died = true
      return new Promise<void>(() => {})
    }
    void sendReturnRefund(
      {
        db: db(),
        client: service.client(ACCOUNT),
        market: service.market(ACCOUNT),
        options: service.options,
        now: Date.now,
        random: Math.random,
        isStopping: () => false,
        onAccountTrouble: async () => {},
        failpoint: (reached) => (reached === point ? dies() : undefined),
      },
      owned
    )
    await waitFor("the sender to die", () => died)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })
})
