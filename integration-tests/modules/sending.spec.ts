import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { takenBackInDoubt } from "../../src/modules/walmart/queue/attempt-sql"
import { claim, CLAIM } from "../../src/modules/walmart/queue/claim-sql"
import { SENDERS } from "../../src/modules/walmart/queue/senders/senders"
import { release } from "../../src/modules/walmart/queue/release-sql"
import { prune } from "../../src/modules/walmart/maintenance/prune-sql"
import { markSent } from "../../src/modules/walmart/queue/update-sql"
import type { PlannedUpdate } from "../../src/walmart/updates/model/update"
import { PATIENCE_MS, waitFor } from "../../testing/wait-for"
import { cancellation as cancellationOf, shipment as shipmentOf } from "../faults/harness/updates"
import { ACCOUNT, moduleSuite } from "../helpers/module"

const LEASE_MS = 11_000

const OPTIONS = {
  callTimeoutMs: 5_000,
  settleMs: 500,
  leaseMarginMs: 5_000,
  leaseMs: LEASE_MS,
  concurrency: 3,
  rateLimits: { "orders.shipping": { perMinute: 60_000, burst: 1_000 } },
}

moduleSuite(OPTIONS, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex

  beforeEach(() => {
    simulator().control.run("DELETE", "faults")
    simulator().control.run("POST", "rate-limits", { off: true })
  })

  /** A Walmart order that the module knows, acknowledged unless told otherwise. */
  async function anOrder(quantity = 2, status = "Acknowledged") {
    const { purchaseOrderId: po } = simulator().control.createOrder({
      lines: [{ sku: "MUG-1", quantity, price: 10 * quantity }],
      status,
    })
    const readAt = await service.databaseNow()
    const saved = await service.saveOrder(
      ACCOUNT,
      await service.client(ACCOUNT).getOrder(po),
      readAt
    )
    return { id: saved.id, po }
  }

  const cancellation = (total: number) => cancellationOf({ 1: total })

  const writes = (po: string, what = "shipping") =>
    simulator().control.requests(`/v3/orders/${po}/${what}`).length

  const shippedUnits = (po: string) =>
    simulator()
      .control.ledger(po)
      .filter(({ effect }) => effect === "shipped")
      .reduce((sum, entry) => sum + Number(entry.quantity), 0)

  const statuses = async (id: string) =>
    (
      await service.listWalmartUpdates({ walmart_order_id: id }, { order: { sequence: "ASC" } })
    ).map((update) => update.status)

  /** Lets every waiting time pass, by the only clock that counts. */
  const passTime = async () => {
    await db().raw(
      `UPDATE walmart_queue SET next_due_at = now() WHERE next_due_at IS NOT NULL AND NOT leased`
    )
    await db().raw(
      `UPDATE walmart_attempt SET started_at = started_at - interval '1 hour',
         finished_at = finished_at - interval '1 hour', unseen_at = unseen_at - interval '1 hour'`
    )
  }
  const closeBreaker = () =>
    db().raw(`UPDATE walmart_rate_limit SET open_until = NULL, failures = 0`)

  it("acknowledges, ships and cancels in the order it was asked", async () => {
    const { id, po } = await anOrder(3, "Created")
    const ack: PlannedUpdate = {
      ...cancellation(1),
      uniqueKey: "acknowledgment",
      payload: { kind: "acknowledgment" },
    }
    await service.enqueue(id, [ack, shipment(2), cancellation(1)], "test")
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent", "sent", "sent"])
    expect(
      simulator()
        .control.ledger(po)
        .map(({ effect }) => effect)
    ).toEqual(["acknowledged", "shipped", "cancelled"])
    const order = await service.retrieveWalmartOrder(id, { relations: ["lines"] })
    expect(order.status).toBe("shipped")
    expect(order.lines[0]).toMatchObject({ shipped_quantity: 2, canceled_quantity: 1 })
  })

  it("merges the shipments of an order into one call", async () => {
    const { id, po } = await anOrder(3)
    await service.enqueue(id, [shipment(1), shipment(2)], "test")
    await service.sendDue()
    expect(writes(po)).toBe(1)
    expect(shippedUnits(po)).toBe(3)
  })

  it("queues an update once, however often it is asked for", async () => {
    const { id } = await anOrder()
    const same = shipment(1)
    await Promise.all([1, 2, 3, 4, 5].map(() => service.enqueue(id, [same], "test")))
    expect(await statuses(id)).toEqual(["pending"])
  })

  it("finds out by reading that a lost answer was a yes, and sends nothing twice", async () => {
    const { id, po } = await anOrder(2)
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      fault: { kind: "drop_after" },
    })
    await service.enqueue(id, [shipment(1)], "test")
    await service.sendDue()
    expect(await statuses(id)).toEqual(["pending"])
    const [queue] = await service.listWalmartQueues({ subject_id: id })
    expect(queue).toMatchObject({ in_doubt: true, attempts: 1 })
    await passTime()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
    expect(writes(po)).toBe(1)
    expect(shippedUnits(po)).toBe(1)
  })

  it("sends again what surely did not arrive", async () => {
    const { id, po } = await anOrder(2)
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      fault: { kind: "drop_before" },
    })
    await service.enqueue(id, [shipment(2)], "test")
    await service.sendDue()
    await passTime()
    await service.sendDue()
    expect(writes(po)).toBe(1)
    await passTime()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
    expect(shippedUnits(po)).toBe(2)
  })

  it.each([
    ["a 503 that was applied after all", { kind: "error_after", status: 503 }],
    ["a broken answer", { kind: "malformed" }],
    ["an empty answer", { kind: "empty" }],
  ])("never ships twice after %s", async (_name, fault) => {
    const { id, po } = await anOrder(4)
    simulator().control.run("POST", "faults", { route: "orders.shipping", fault })
    await service.enqueue(id, [shipment(2)], "test")
    await service.sendDue()
    await passTime()
    await closeBreaker()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
    expect(shippedUnits(po)).toBe(2)
  })

  it("does not count a 429 as an attempt", async () => {
    const { id } = await anOrder(2)
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      fault: { kind: "rate_limited" },
    })
    await service.enqueue(id, [shipment(1)], "test")
    await service.sendDue()
    const [queue] = await service.listWalmartQueues({ subject_id: id })
    expect(queue).toMatchObject({ attempts: 0, in_doubt: false })
    await passTime()
    await closeBreaker()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
  })

  it("hands over what Walmart refuses for ever, and sends for a hundred others meanwhile", async () => {
    const stuck = await anOrder(2)
    const others: Awaited<ReturnType<typeof anOrder>>[] = []
    for (let n = 0; n < 100; n++) others.push(await anOrder(1))
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      purchaseOrderId: stuck.po,
      times: 1000,
      fault: {
        kind: "status",
        status: 400,
        body: {
          errors: { error: [{ code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API", field: "data" }] },
        },
      },
    })
    await service.enqueue(stuck.id, [shipment(1), shipment(1)], "test")
    for (const other of others) await service.enqueue(other.id, [shipment(1)], "test")
    // One round, however slow the machine.
    await service.sendDue({ maxMs: 60_000 })
    const sent = await service.listWalmartUpdates({ status: "sent" }, { take: 200 })
    expect(sent).toHaveLength(100)
    await passTime()
    await service.sendDue()
    await passTime()
    await service.sendDue()
    expect(await statuses(stuck.id)).toEqual(["needs_attention", "pending"])
    const [update] = await service.listWalmartUpdates({ status: "needs_attention" })
    expect(update.error).toBeTruthy()
    expect(update.remedy).toBeTruthy()
    const [queue] = await service.listWalmartQueues({ subject_id: stuck.id })
    expect(queue).toMatchObject({ state: "needs_attention", next_due_at: null })
  })

  it("goes on with what waited behind a stuck update once a person dismisses it", async () => {
    const { id, po } = await anOrder(2)
    const impossible = shipmentOf({ 9: 1 })
    await service.enqueue(id, [impossible, shipment(1)], "test")
    await service.sendDue()
    expect(await statuses(id)).toEqual(["needs_attention", "pending"])
    const [stuck] = await service.listWalmartUpdates({ status: "needs_attention" })
    const outcome = await service.intervene(stuck.id, {
      action: "dismiss",
      by: "user_1",
      note: "handled by hand",
    })
    expect(outcome).toBe("done")
    await service.sendDue()
    expect(await statuses(id)).toEqual(["dismissed", "sent"])
    expect(shippedUnits(po)).toBe(1)
  })

  it("counts what was shipped by hand at Walmart with the same tracking number as done", async () => {
    const { id, po } = await anOrder(1)
    const update = shipment(1, "C10999911320231")
    simulator().control.run("POST", `orders/${po}/ship`, {
      carrier: "OnTrac",
      trackingNumber: "C10999911320231",
    })
    await service.enqueue(id, [update], "test")
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
    expect(writes(po)).toBe(0)
  })

  it("names both numbers when Walmart shows another shipment", async () => {
    const { id, po } = await anOrder(1)
    simulator().control.run("POST", `orders/${po}/ship`, {
      carrier: "UPS",
      trackingNumber: "OTHER12345",
    })
    await service.enqueue(id, [shipment(1, "MINE1234567")], "test")
    await service.sendDue()
    const [update] = await service.listWalmartUpdates({ walmart_order_id: id })
    expect(update).toMatchObject({ status: "needs_attention", error_code: "shipped_elsewhere" })
    expect(update.error).toContain("OTHER12345")
    expect(update.error).toContain("MINE1234567")
  })

  it("asks before shipping over a customer's wish to cancel", async () => {
    const { id, po } = await anOrder(1)
    simulator().control.run("POST", `orders/${po}/intent-to-cancel`, {})
    await service.enqueue(id, [shipment(1)], "test")
    await service.sendDue()
    const [update] = await service.listWalmartUpdates({ walmart_order_id: id })
    expect(update.error_code).toBe("customer_asked_to_cancel")
    const payload = { ...update.payload, overrideCustomerCancellation: true }
    await service.intervene(update.id, {
      action: "correct",
      by: "user_1",
      read: update.payload as never,
      payload: payload as never,
      warnings: [],
    })
    await service.sendDue()
    expect(shippedUnits(po)).toBe(1)
  })

  it("loses none of two corrections that were made from the same state", async () => {
    const { id } = await anOrder(1)
    const [update] = await service.enqueue(id, [shipment(1)], "test")
    const payload = async () => (await service.listWalmartUpdates({ id: update }))[0].payload
    const read = (await payload()) as never
    const correctTo = (number: string) => {
      const corrected = { ...shipment(1, number).payload } as never
      const correction = { by: "user_1", read, payload: corrected, warnings: [] }
      return service.intervene(update, { action: "correct", ...correction })
    }
    expect(await correctTo("FIRST12345")).toBe("done")
    expect(await correctTo("SECOND1234")).toBe("changed")
    expect(JSON.stringify(await payload())).toContain("FIRST12345")
    await service.intervene(update, { action: "supersede", by: "user_1" })
    expect(await correctTo("THIRD12345")).toBe("finished")
  })

  it("holds a paused account and sends in order when it goes on", async () => {
    const { id, po } = await anOrder(3)
    await service.ensureAccounts()
    await service.updateWalmartAccounts({ id: ACCOUNT, paused: true })
    await service.enqueue(id, [shipment(1), cancellation(2)], "test")
    expect(await service.sendDue()).toMatchObject({ claimed: 0 })
    await service.updateWalmartAccounts({ id: ACCOUNT, paused: false })
    await service.sendDue()
    expect(
      simulator()
        .control.ledger(po)
        .map(({ effect }) => effect)
    ).toEqual(["shipped", "cancelled"])
  })

  it.each([
    ["a pause", (is: boolean) => service.updateWalmartAccounts({ id: ACCOUNT, paused: is })],
    ["dry run", (is: boolean) => service.keepSettings(ACCOUNT, { dry_run: is })],
  ])("begins no call after %s, not even of an order that is being sent for", async (_, hold) => {
    const orders = [await anOrder(1), await anOrder(1)]
    for (const { id } of orders) await service.enqueue(id, [shipment(1)], "test")
    const request = { accountId: ACCOUNT, kinds: ["shipment"], limit: 1, leaseMs: LEASE_MS }
    const [owned] = await claim(db(), request)
    await hold(true)
    await SENDERS.order(senderDeps(), owned)
    expect(await claim(db(), request)).toEqual([])
    expect(orders.map(({ po }) => writes(po))).toEqual([0, 0])

    await hold(false)
    await service.sendDue()
    expect(orders.map(({ po }) => writes(po))).toEqual([1, 1])
  })

  const senderDeps = () => ({
    ...{ db: db(), client: service.client(ACCOUNT), market: service.market(ACCOUNT) },
    options: service.options,
    ...{ now: Date.now, random: Math.random, isStopping: () => false },
    onAccountTrouble: async () => {},
    failpoint: () => {},
  })

  it("notes the ticks of its clock, and no wake-up, so that a clock that stands still shows", async () => {
    const { id } = await anOrder(1)
    const tickedAt = async () =>
      (await service.listWalmartAccounts({ id: ACCOUNT }))[0].last_tick_at
    await service.enqueue(id, [shipment(1)], "test")
    expect(await service.sendDue({ subjectId: id })).toMatchObject({ claimed: 1 })
    expect(await tickedAt()).toBeNull()
    await service.sendDue()
    expect(await tickedAt()).toBeInstanceOf(Date)
  })

  it.each([
    ["an hour after its second read", 60_000, 62, 0],
    ["no sooner where the second read comes late", 2 * 3_600_000, 62, 1],
  ])("looks for the call of what was taken back until %s", async (_, settleMs, minutes, count) => {
    const { id } = await anOrder(1)
    const [update] = await service.enqueue(id, [shipment(1)], "test")
    await service.intervene(update, { action: "supersede", by: "user_1" })
    await db().raw(
      `INSERT INTO walmart_attempt (id, subject_id, account_id, update_ids, endpoint, fence, actor, outcome, started_at, unseen_at)
       VALUES ('wma_1', :id, :account, :named::jsonb, 'orders.shipping', 1, 'system', 'unknown', now() - interval '5 hours',
         now() - :minutes * interval '1 minute')`,
      { id, account: ACCOUNT, named: JSON.stringify([update]), minutes }
    )
    const found = await takenBackInDoubt(db(), { subjectId: id }, settleMs)
    expect(found).toEqual(count === 0 ? [] : [update])
  })

  it("never gives one queue to two owners", async () => {
    for (let n = 0; n < 20; n++) await service.enqueue((await anOrder(1)).id, [shipment(1)], "test")
    const request = { accountId: ACCOUNT, kinds: ["shipment"], limit: 5, leaseMs: LEASE_MS }
    const claims = await Promise.all([1, 2, 3, 4, 5].map(() => claim(db(), request)))
    const owned = claims.flat().map(({ subjectId }) => subjectId)
    expect(owned).toHaveLength(20)
    expect(new Set(owned).size).toBe(20)
  })

  it("ignores everything an owner says whose lease was taken by another", async () => {
    const { id } = await anOrder(1)
    const [updateId] = await service.enqueue(id, [shipment(1)], "test")
    const request = { accountId: ACCOUNT, kinds: ["shipment"], limit: 1, leaseMs: 1 }
    const [old] = await claim(db(), request)
    const [fresh] = await claim(db(), { ...request, leaseMs: LEASE_MS })
    expect(fresh.fence).toBe(old.fence + 1)
    expect(fresh.wasInDoubt).toBe(true)
    expect(await markSent(db(), old, [updateId])).toEqual([])
    const how = { delayMs: 0, inDoubt: false, counts: "reset", refusals: 0, error: null } as const
    expect(await release(db(), old, how)).toBe(false)
    expect(await statuses(id)).toEqual(["pending"])
    expect(await release(db(), fresh, how)).toBe(true)
  })

  it("is due at once when something was queued between an owner's read and its release", async () => {
    const { id, po } = await anOrder(2)
    await service.enqueue(id, [shipment(1)], "test")
    const [owned] = await claim(db(), {
      accountId: ACCOUNT,
      kinds: ["shipment"],
      limit: 1,
      leaseMs: LEASE_MS,
    })
    await service.enqueue(id, [shipment(1)], "test")
    const far = {
      delayMs: 3_600_000,
      inDoubt: false,
      counts: "reset",
      refusals: 0,
      error: null,
    } as const
    await release(db(), owned, far)
    await service.sendDue()
    expect(shippedUnits(po)).toBe(2)
  })

  it("refuses a person's change while the order is being sent for", async () => {
    const { id } = await anOrder(1)
    const [updateId] = await service.enqueue(id, [shipment(1)], "test")
    await claim(db(), { accountId: ACCOUNT, kinds: ["shipment"], limit: 1, leaseMs: LEASE_MS })
    const note = { action: "dismiss", by: "user_1", note: "x" } as const
    expect(await service.intervene(updateId, note)).toBe("busy")
    expect(await service.intervene("wmu_none", note)).toBe("not_found")
  })

  it("claims by its partial index alone, whatever the history", async () => {
    await db().raw(
      `INSERT INTO walmart_queue (id, subject_id, account_id, deadline_at, next_kind, next_due_at)
         SELECT 'wmq_' || n, 'wmo_' || n, '${ACCOUNT}', now(), 'shipment',
           CASE WHEN n % 100 = 0 THEN now() END FROM generate_series(1, 20000) n`
    )
    await db().raw("ANALYZE walmart_queue")
    const { rows } = await db().raw(`EXPLAIN (FORMAT TEXT) ${CLAIM}`, {
      account: ACCOUNT,
      kinds: ["shipment"],
      limit: 100,
      leaseMs: LEASE_MS,
      subject: null,
      dryRun: false,
    })
    const plan = rows.map((row: Record<string, string>) => row["QUERY PLAN"]).join("\n")
    expect(plan).toContain("IDX_walmart_queue_claim")
    expect(plan).not.toMatch(/Seq Scan on walmart_queue/)
    await db().raw("DELETE FROM walmart_queue")
  })

  it("deletes old calls and snapshots of closed orders, never those of unfinished work or of a case, and no update", async () => {
    const [done, open, kept] = [await anOrder(1), await anOrder(1), await anOrder(1)]
    simulator().control.run("POST", "faults", {
      route: "orders.shipping",
      purchaseOrderId: open.po,
      fault: { kind: "drop_before" },
    })
    await service.enqueue(done.id, [shipment(1)], "test")
    await service.enqueue(kept.id, [shipment(1)], "test")
    await service.markCase(kept.id, { at: new Date(), by: "user_1" })
    await service.enqueue(open.id, [shipment(1)], "test")
    await service.sendDue()
    await db().raw("UPDATE walmart_attempt SET started_at = now() - interval '100 days'")
    await db().raw("UPDATE walmart_update SET finished_at = now() - interval '100 days'")
    await db().raw("UPDATE walmart_order SET refreshed_at = now() - interval '100 days'")
    await service.prune()
    expect(await statuses(done.id)).toEqual(["sent"])
    expect(await statuses(open.id)).toEqual(["pending"])
    const left = await service.listWalmartAttempts({})
    expect(new Set(left.map((attempt) => attempt.subject_id))).toEqual(new Set([open.id, kept.id]))
    expect((await service.retrieveWalmartOrder(kept.id)).snapshot).not.toBeNull()
    expect((await service.retrieveWalmartOrder(done.id)).snapshot).toBeNull()
    expect((await service.retrieveWalmartOrder(open.id)).snapshot).not.toBeNull()
  })

  it.each(["dismissed", "superseded", "sent"])(
    "knows what was %s years ago, so that it is not planned again",
    async (status) => {
      const { id } = await anOrder(1)
      const wish = shipment(1)
      await service.enqueue(id, [wish], "planner")
      await db().raw(
        "UPDATE walmart_order SET status = 'shipped', refreshed_at = now() - interval '3 years'"
      )
      await db().raw(
        "UPDATE walmart_update SET status = ?, finished_at = now() - interval '3 years'",
        [status]
      )
      while ((await service.prune()) > 0);
      const [known] = await service.knownUpdates(id)
      expect(known).toMatchObject({ uniqueKey: wish.uniqueKey, payload: wish.payload, status })
      expect(await service.enqueue(id, [wish], "planner")).toEqual([])
    }
  )

  it("sends everything once while what is finished is deleted and tables are vacuumed, and loses nothing unfinished", async () => {
    const orders: Awaited<ReturnType<typeof anOrder>>[] = []
    for (let n = 0; n < 8; n++) orders.push(await anOrder(2))
    const [doubtful, ...others] = orders
    await service.enqueue(doubtful.id, [shipment(1), cancellation(1)], "test")
    const fault = { kind: "drop_after" }
    simulator().control.run("POST", "faults", { route: "orders.shipping", fault })
    await service.sendDue()
    await db().raw("UPDATE walmart_queue SET next_due_at = now() + interval '1 hour'")
    for (const { id } of others) await service.enqueue(id, [shipment(1), cancellation(1)], "test")
    let isSending = true
    const round = service.sendDue({ maxMs: PATIENCE_MS }).finally(() => (isSending = false))
    let deleted = 0
    while (isSending) {
      // A retention of no time at all, so that whatever is finished may go the moment it is.
      deleted += await prune(db(), 0)
      await db().raw("VACUUM walmart_queue, walmart_update, walmart_attempt")
    }
    expect((await round).finished).toHaveLength(2 * others.length)
    expect(deleted).toBeGreaterThan(0)
    expect(await statuses(doubtful.id)).toEqual(["pending", "pending"])
    expect(await service.listWalmartAttempts({ subject_id: doubtful.id })).toHaveLength(1)
    await passTime()
    await service.sendDue()
    expect(await statuses(doubtful.id)).toEqual(["sent", "sent"])
    const effects = (po: string) =>
      simulator()
        .control.ledger(po)
        .map(({ effect }) => effect)
    for (const { po } of orders) expect(effects(po)).toEqual(["shipped", "cancelled"])
  })

  it("blocks the account, not the orders, when Walmart refuses its keys", async () => {
    const { id } = await anOrder(1)
    simulator().control.run("POST", "faults", {
      route: "orders.get",
      fault: { kind: "status", status: 403, body: {} },
    })
    await service.enqueue(id, [shipment(1)], "test")
    await service.sendDue()
    const [account] = await service.listWalmartAccounts({ id: ACCOUNT })
    expect(account.last_error).toBeTruthy()
    expect(await statuses(id)).toEqual(["pending"])
    await service.unblockAccount(ACCOUNT)
    await passTime()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
  })

  it("forgets the trouble of an account once Walmart accepts something again", async () => {
    const { id } = await anOrder(1)
    simulator().control.run("POST", "faults", {
      route: "orders.get",
      fault: { kind: "status", status: 403, body: {} },
    })
    await service.enqueue(id, [shipment(1)], "test")
    await service.sendDue()
    await db().raw("UPDATE walmart_account SET blocked_until = now()")
    await passTime()
    await service.sendDue()
    expect(await statuses(id)).toEqual(["sent"])
    const [account] = await service.listWalmartAccounts({ id: ACCOUNT })
    expect(account).toMatchObject({ failures: 0, last_error: null, blocked_until: null })
    expect(account.last_sent_at).toBeInstanceOf(Date)
  })
})

moduleSuite(
  OPTIONS,
  ({ service, simulator }) => {
    async function aParcel(account: string): Promise<string> {
      const { purchaseOrderId: po } = simulator().control.createOrder({
        lines: [{ sku: "MUG-1", quantity: 2, price: 20 }],
        status: "Acknowledged",
      })
      const readAt = await service.databaseNow()
      const order = await service.client(account).getOrder(po)
      const { id } = await service.saveOrder(account, order, readAt)
      await service.enqueue(id, [shipment(1)], "test")
      return po
    }

    it("sends the one parcel of a small account while a large one is busy with its first calls", async () => {
      const large: string[] = []
      for (let n = 0; n < 30; n++) large.push(await aParcel("large"))
      const small = await aParcel("small")
      for (const purchaseOrderId of large) {
        const fault = { kind: "delay", ms: 3_600_000 }
        simulator().control.run("POST", "faults", {
          route: "orders.shipping",
          purchaseOrderId,
          fault,
        })
      }
      const round = service.sendDue()
      await waitFor("the small account's parcel", () => posts([small], 200) === 1)
      expect(posts(large, 200)).toBe(0)
      await waitFor("the large account's calls", () => posts(large, 0) === OPTIONS.concurrency)
      const stopped = service.__hooks.onApplicationPrepareShutdown()
      simulator().control.run("POST", "faults/release")
      await Promise.all([stopped, round])
    })

    function posts(orders: string[], status: number): number {
      const seen = simulator().control.requests("/v3/orders/")
      return seen.filter(
        (one) =>
          one.method === "POST" &&
          one.status === status &&
          orders.some((po) => one.path.includes(po))
      ).length
    }
  },
  ["large", "small"]
)

function shipment(quantity: number, trackingNumber?: string): PlannedUpdate {
  return shipmentOf({ 1: quantity }, trackingNumber)
}
