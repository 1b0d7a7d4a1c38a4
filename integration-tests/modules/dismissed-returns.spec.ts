import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { sharesOf } from "../../src/walmart/returns/plan-return"
import { say } from "../../src/walmart/words/phrase"
import { ACCOUNT, moduleSuite } from "../helpers/module"
import { passTime } from "../helpers/pass-time"

moduleSuite({ settleMs: 500 }, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const control = (path: string, body: object = {}) => simulator().control.run("POST", path, body)

  beforeEach(() => {
    control("rate-limits", { off: true })
  })

  /** A return of three units of each of two lines that the module knows, with its number at Walmart. */
  async function aReturn(): Promise<{ id: string; rma: string; po: string }> {
    const lines = ["MUG-1", "MUG-2"].map((sku) => ({ sku, quantity: 3, price: 30 }))
    const { purchaseOrderId: po } = simulator().control.createOrder({ lines, status: "Shipped" })
    const back = ["1", "2"].map((lineNumber) => ({ purchaseOrderId: po, lineNumber, quantity: 3 }))
    const { returnOrderId: rma } = control("returns", { lines: back }) as { returnOrderId: string }
    return { id: await poll(rma), rma, po }
  }

  /** Keeps what Walmart shows of a return now, as a poll does. @returns id of its row */
  async function poll(rma: string): Promise<string> {
    const [share] = sharesOf(await service.client(ACCOUNT).returns.get(rma))
    return service.returns.save(ACCOUNT, share, await service.databaseNow())
  }

  const want = (id: string, wanted: Record<string, number>, by = "received") =>
    service.returns.want(id, { wanted, by })

  /** Sends until nothing waits, however often it has to. */
  const sendAll = async (id: string) => {
    for (let round = 0; round < 6; round++) {
      const { wanted_version: wanted, sent_version: sent } = await service.retrieveWalmartReturn(id)
      if (wanted === sent) return
      await passTime(db())
      await service.sendDue()
    }
    throw new Error("It never came to an end.")
  }

  const refunded = (po: string) =>
    simulator()
      .control.ledger(po)
      .flatMap(({ effect, lineNumber, quantity }) =>
        effect === "refunded" ? [[lineNumber, quantity]] : []
      )

  it("refunds what is received after a dismissal, and not what was dismissed, on whichever line", async () => {
    const { id, po } = await aReturn()
    await want(id, { "1": 1 })
    await service.returns.dismiss(id, "Empty box, no refund")
    await want(id, { "1": 2 })
    await sendAll(id)
    expect(refunded(po)).toEqual([["1", 1]])
    await want(id, { "1": 2, "2": 1 })
    await sendAll(id)
    expect(refunded(po)).toEqual([
      ["1", 1],
      ["2", 1],
    ])
    expect(await want(id, { "1": 2, "2": 1 })).toBe(false)
  })

  it("refunds the next unit too when the dismissed one was refunded by hand", async () => {
    const { id, rma, po } = await aReturn()
    await want(id, { "1": 1 })
    await service.returns.dismiss(id, "Refunded in Seller Center")
    control(`returns/${rma}/refund`, { quantity: 1 })
    await poll(rma)
    await want(id, { "1": 2 })
    await sendAll(id)
    expect(refunded(po).filter(([line]) => line === "1")).toEqual([
      ["1", 1],
      ["1", 1],
    ])
  })

  it("refunds what was dismissed once a person wants it, also while more of it waits", async () => {
    const { id, po } = await aReturn()
    await want(id, { "1": 1 })
    await service.returns.dismiss(id, "Empty box, no refund")
    await want(id, { "1": 2 })
    expect(await want(id, { "1": 2 }, "user_1")).toBe(true)
    await sendAll(id)
    expect(refunded(po)).toEqual([["1", 2]])
  })

  it("asks again about units that are received after a dismissal, and about those alone", async () => {
    const { id } = await aReturn()
    const waiting = async () => (await service.returns.counts([ACCOUNT])).to_decide
    await service.returns.noteReceived(id, { "1": 1 })
    expect(await waiting()).toBe(1)
    await service.returns.dismiss(id, "Empty box, no refund")
    expect(await waiting()).toBe(0)
    await service.returns.noteReceived(id, { "1": 1, "2": 1 })
    expect(await waiting()).toBe(1)
  })

  it("does not have more units wait for a person while the refund of others is on its way", async () => {
    const { id } = await aReturn()
    const shown = async () => {
      const { to_decide, refunding } = await service.returns.counts([ACCOUNT])
      const { forStaff } = (await service.accountReports())(ACCOUNT)
      return { to_decide, refunding, waiting: forStaff.waiting_returns }
    }
    await service.returns.noteReceived(id, { "1": 1 })
    await want(id, { "1": 1 }, "user_1")
    await service.returns.noteReceived(id, { "1": 2 })
    expect(await shown()).toEqual({ to_decide: 0, refunding: 1, waiting: 0 })
    await sendAll(id)
    expect(await shown()).toEqual({ to_decide: 1, refunding: 0, waiting: 1 })
  })

  it("lists what Walmart refunded by itself, only the rest, or both", async () => {
    const { id } = await aReturn()
    const found = async (byWalmart?: boolean) =>
      (await service.returns.find({ byWalmart, limit: 10, offset: 0 })).count
    expect([await found(true), await found(false), await found()]).toEqual([0, 1, 1])
    const years = new Date(Date.now() - 2 * 365 * 86_400_000)
    await db()("walmart_return")
      .where({ id })
      .update({ is_refunded_by_walmart: true, requested_at: years })
    expect([await found(true), await found(false), await found()]).toEqual([1, 0, 1])
    expect((await service.returns.counts([ACCOUNT])).by_walmart).toBe(1)
  })

  it("says why there is no Medusa return once more when that is for another reason than was dismissed", async () => {
    const { id } = await aReturn()
    const error = async () => (await service.retrieveWalmartReturn(id)).error_code
    const unshipped = say("return_not_shipped", { return: "1", units: 3, left: 0 })
    await service.returns.noteUnmade(id, unshipped)
    await service.returns.dismiss(id, "Known")
    await service.returns.noteUnmade(id, unshipped)
    expect(await error()).toBeNull()
    await service.returns.noteUnmade(id, say("return_changed", { added: 1, made: 2 }))
    expect(await error()).toBe("return_changed")
    await service.returns.dismiss(id, "Known too")
    await service.returns.retry(id)
    await service.returns.noteUnmade(id, say("return_changed", { added: 1, made: 2 }))
    expect(await error()).toBe("return_changed")
  })
})
