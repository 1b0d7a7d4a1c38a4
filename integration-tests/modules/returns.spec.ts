import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { claim } from "../../src/modules/walmart/queue/claim-sql"
import { RETURN_KIND } from "../../src/modules/walmart/common/subject"
import { sendReturnRefund } from "../../src/modules/walmart/queue/senders/return-sender"
import type { SendingPoint } from "../../src/modules/walmart/queue/senders/sender"
import { sharesOf } from "../../src/walmart/returns/plan-return"
import { say } from "../../src/walmart/words/phrase"
import { waitFor } from "../../testing/wait-for"
import { ACCOUNT, moduleSuite } from "../helpers/module"
import { passTime } from "../helpers/pass-time"

const OPTIONS = {
  callTimeoutMs: 5_000,
  settleMs: 500,
  leaseMarginMs: 5_000,
  leaseMs: 11_000,
}

moduleSuite(OPTIONS, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const control = (path: string, body: object = {}) => simulator().control.run("POST", path, body)

  beforeEach(() => {
    simulator().control.run("DELETE", "faults")
    control("rate-limits", { off: true })
  })

  /** A return of three units that the module knows, with its number at Walmart. */
  async function aReturn(quantity = 3): Promise<{ id: string; rma: string; po: string }> {
    const lines = [{ sku: "MUG-1", quantity: 3, price: 30 }]
    const { purchaseOrderId: po } = simulator().control.createOrder({ lines, status: "Shipped" })
    const { returnOrderId: rma } = control("returns", {
      lines: [{ purchaseOrderId: po, quantity }],
    }) as { returnOrderId: string }
    return { id: await poll(rma), rma, po }
  }

  /** Keeps what Walmart shows of a return now, as a poll does. @returns id of its row */
  async function poll(rma: string): Promise<string> {
    const [share] = sharesOf(await service.client(ACCOUNT).returns.get(rma))
    return service.returns.save(ACCOUNT, share, await service.databaseNow())
  }

  /** Walmart shows returns so often as they were before their last change. */
  const showOld = (reads = 1) =>
    control("faults", { route: "returns.list", fault: { kind: "stale_read", reads } })

  const want = (id: string, units: number) =>
    service.returns.want(id, { wanted: { "1": units }, by: "received" })

  const refunded = (po: string) =>
    simulator()
      .control.ledger(po)
      .filter(({ effect }) => effect === "refunded")
      .map(({ quantity }) => quantity)

  const calls = (rma: string) => simulator().control.requests(`/v3/returns/${rma}/refund`).length

  const isSent = async (id: string) => {
    const { wanted_version: wanted, sent_version: sent } = await service.retrieveWalmartReturn(id)
    return wanted === sent
  }

  /** Sends until it is done, however often it has to wait. */
  const sendAll = async (id: string) => {
    for (let round = 0; round < 6 && !(await isSent(id)); round++) {
      await passTime(db())
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
    await passTime(db())
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

  it("does not refund again what it was shown as refunded, however old the next read is", async () => {
    const { id, rma, po } = await aReturn()
    control(`returns/${rma}/refund`, { quantity: 1 })
    await poll(rma)
    await want(id, 1)
    showOld(9)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })

  it("reads again what is older than what Walmart has shown, before more is refunded", async () => {
    const { id, rma, po } = await aReturn()
    control(`returns/${rma}/refund`, { quantity: 1 })
    await poll(rma)
    await want(id, 2)
    showOld()
    await service.sendDue()
    expect(calls(rma)).toBe(0)
    await sendAll(id)
    expect(refunded(po)).toEqual([1, 1])
  })

  it("asks nobody about units that an old read does not show yet", async () => {
    const { id, rma, po } = await aReturn(2)
    control(`returns/${rma}/change`, { quantity: 3 })
    await poll(rma)
    await want(id, 3)
    showOld()
    await service.sendDue()
    expect((await service.retrieveWalmartReturn(id)).error_code).toBeNull()
    await sendAll(id)
    expect(refunded(po)).toEqual([3])
  })

  it("asks a person when what looks old stays so", async () => {
    const { id, rma, po } = await aReturn(2)
    control(`returns/${rma}/change`, { quantity: 3 })
    await poll(rma)
    await want(id, 3)
    showOld(9)
    const errors: unknown[] = []
    for (let round = 0; round < 3; round++) {
      await service.sendDue()
      errors.push((await service.retrieveWalmartReturn(id)).error_code)
      await passTime(db())
    }
    expect(errors).toEqual([null, null, "return_closed"])
    expect(refunded(po)).toEqual([])
  })

  it("takes no line that Walmart does not show for a refunded one", async () => {
    const { id } = await aReturn()
    await service.returns.want(id, { wanted: { "1": 1, "2": 1 }, by: "received" })
    for (let round = 0; round < 3; round++) {
      await service.sendDue()
      await passTime(db())
    }
    expect(await isSent(id)).toBe(false)
    expect((await service.retrieveWalmartReturn(id)).error_code).toBe("return_line_gone")
  })

  it("asks a person when a return cannot be read for as long as it is retried", async () => {
    const { id } = await aReturn()
    await want(id, 1)
    control("faults", {
      ...{ route: "returns.list", times: 2 },
      fault: { kind: "status", status: 503 },
    })
    await service.sendDue()
    await db().raw(`UPDATE walmart_queue SET first_failed_at = now() - interval '49 hours'`)
    await passTime(db())
    await service.sendDue()
    expect((await service.retrieveWalmartReturn(id)).error_code).not.toBeNull()
  })

  it("does not repeat for ever what Walmart says yes to and does not show", async () => {
    const { id, rma, po } = await aReturn()
    const fault = { kind: "status", status: 200, body: { returnOrderId: rma } }
    control("faults", { route: "returns.refund", times: 50, fault })
    await want(id, 1)
    for (let round = 0; round < 12; round++) {
      await service.sendDue()
      await passTime(db())
    }
    expect(calls(rma)).toBe(1)
    expect((await service.retrieveWalmartReturn(id)).error_code).toBe("return_refund_unshown")
    simulator().control.run("DELETE", "faults")
    await service.returns.retry(id)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })

  it("sends nothing for what a person dismisses while it is being read", async () => {
    const { id, rma } = await aReturn()
    await want(id, 1)
    await sendWith(id, async (point) => {
      if (point === "order_read") await service.returns.dismiss(id, "Refunded by hand")
    })
    expect(calls(rma)).toBe(0)
  })

  it("asks nobody about what was dismissed meanwhile", async () => {
    const { id } = await aReturn(2)
    await service.returns.want(id, { wanted: { "1": 3 }, by: "received" })
    for (let round = 0; round < 3; round++) {
      await sendWith(id, async (point) => {
        if (round === 2 && point === "order_read") await service.returns.dismiss(id, "By hand")
      })
      await passTime(db())
    }
    expect(await service.retrieveWalmartReturn(id)).toMatchObject({
      error_code: null,
      note: "By hand",
    })
  })

  it("sends what a person wants refunded after it was dismissed", async () => {
    const { id, po } = await aReturn()
    await want(id, 1)
    await service.returns.dismiss(id, "A mistake")
    expect(await want(id, 1)).toBe(false)
    await service.returns.retry(id)
    await service.returns.want(id, { wanted: { "1": 1 }, by: "user_1" })
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
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
      await passTime(db())
    }
    const row = await service.retrieveWalmartReturn(id)
    expect(row.error).toContain("Line is locked")
    await service.returns.retry(id)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })

  /** Sends for one return, with something that happens at the points of it. */
  async function sendWith(
    id: string,
    failpoint: (point: SendingPoint) => Promise<void> | void
  ): Promise<void> {
    const { leaseMs } = OPTIONS
    const kinds = [RETURN_KIND]
    const request = { accountId: ACCOUNT, kinds, limit: 1, leaseMs, subjectId: id }
    const [owned] = await claim(db(), request)
    const deps = {
      db: db(),
      client: service.client(ACCOUNT),
      market: service.market(ACCOUNT),
      options: service.options,
      ...{ now: Date.now, random: Math.random, isStopping: () => false },
      onAccountTrouble: async () => {},
    }
    await sendReturnRefund({ ...deps, failpoint }, owned)
  }

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
    let died = false
    const dies = () => {
      died = true
      return new Promise<void>(() => {})
    }
    void sendWith(id, (reached) => (reached === point ? dies() : undefined))
    await waitFor("the sender to die", () => died)
    await sendAll(id)
    expect(refunded(po)).toEqual([1])
  })
})
