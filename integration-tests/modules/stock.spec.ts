import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { STOCK_KIND } from "../../src/modules/walmart/common/subject"
import { claim } from "../../src/modules/walmart/queue/claim-sql"
import { sendStock } from "../../src/modules/walmart/queue/senders/stock-sender"
import type { ReadStock, StockReading } from "../../src/modules/walmart/queue/stock/reading"
import { say } from "../../src/walmart/words/phrase"
import { ACCOUNT, moduleSuite } from "../helpers/module"

const OPTIONS = { callTimeoutMs: 5_000, settleMs: 500, leaseMarginMs: 5_000, leaseMs: 11_000 }

moduleSuite(OPTIONS, ({ service, MikroOrmWrapper, simulator }) => {
  const db = () => MikroOrmWrapper.getManager().getKnex() as unknown as Knex
  const target = { accountId: ACCOUNT, sku: "MUG-1", shipNodeId: null }
  const reading: StockReading = {
    ...{ amount: 5, available: 5, stocked: 5 },
    ...{ variantId: "variant_1", stockLocationId: "sloc_1" },
  }

  /** Sends the figure that waits, in a store that says this of it. */
  async function send(readStock: ReadStock): Promise<void> {
    const { leaseMs } = OPTIONS
    const request = { accountId: ACCOUNT, kinds: [STOCK_KIND], limit: 1, leaseMs }
    const [owned] = await claim(db(), request)
    await sendStock(
      {
        db: db(),
        client: service.client(ACCOUNT),
        market: service.market(ACCOUNT),
        options: service.options,
        readStock,
        ...{ now: Date.now, random: Math.random, isStopping: () => false },
        onAccountTrouble: async () => {},
        failpoint: () => {},
      },
      owned
    )
  }

  const figure = async () => {
    const [row] = await service.listWalmartStocks({ sku: target.sku })
    return { held_reason: row.held_reason, held_stocked: row.held_stocked }
  }

  /** A cancellation for want of stock is confirmed while the figure is read, for which Walmart has set the listing to 0. */
  const canceled = () => service.stock.want([{ ...target, hold: "recount" }])

  it("that waits for a recount waits on when it turns out, by an older reading, not to be counted", async () => {
    await service.stock.want([target])
    await send(async () => {
      await canceled()
      return [say("stock_not_counted", { sku: target.sku })]
    })
    expect(await figure()).toMatchObject({ held_reason: "recount" })
  })

  it("is looked for at the node of its orders, not at the default one that it went to before them", async () => {
    const named = { ...target, shipNodeId: "1000001" }
    await service.stock.want([target])
    await db().raw("UPDATE walmart_stock SET sent_version = wanted_version, read_at = '2020-01-01'")
    expect(await service.stock.unchecked(ACCOUNT, 9)).toMatchObject([{ ship_node_id: "" }])
    await service.stock.want([{ ...named, hold: "recount" }])
    expect(await service.stock.unchecked(ACCOUNT, 9)).toEqual([])
  })

  describe("that the key may not send", () => {
    const keyMay = (scopes: object) =>
      simulator().control.run("POST", "credentials", {
        ...{ clientId: "demo-client", clientSecret: "demo-secret", scopes },
      })
    const sendDue = () => service.sendDue({ readStock: async () => [reading] })
    afterEach(() => keyMay({}))

    it("says so, holds nothing else, and goes by itself once the key may", async () => {
      simulator().control.run("POST", "inventory", { sku: target.sku, amount: 1 })
      keyMay({ inventory: "no_access" })
      const [id] = await service.stock.want([target])
      await sendDue()
      const [account] = await service.listWalmartAccounts({ id: ACCOUNT })
      expect(account).toMatchObject({ blocked_until: null, last_error_code: null })
      const told = await service.stock.find({ ids: [id], limit: 1, offset: 0 })
      expect(told.rows).toMatchObject([
        { state: "needs_attention", error_code: "permission_missing", sent_amount: null },
      ])
      expect(await sendDue()).toMatchObject({ claimed: 0 })

      keyMay({})
      await db().raw("UPDATE walmart_queue SET next_due_at = now() WHERE next_due_at IS NOT NULL")
      await sendDue()
      const gone = await service.stock.find({ ids: [id], limit: 1, offset: 0 })
      expect(gone.rows).toMatchObject([{ state: "sent", error_code: null, sent_amount: 5 }])
    })
  })

  describe("that waits for a person", () => {
    const UNKNOWN = { errors: [{ code: "CONTENT_NOT_FOUND.GMP_INVENTORY_API", description: "-" }] }
    const refusal = { code: "INVALID_REQUEST_CONTENT.GMP_INVENTORY_API", field: "quantity" }
    const TOO_MUCH = { errors: { error: [{ ...refusal, description: "Too many." }] } }
    const sendDue = (amount = 5) =>
      service.sendDue({ readStock: async () => [{ ...reading, amount }] })
    const pass = async (hours: number) => {
      const past = `- interval '${hours} hours'`
      await db().raw(`UPDATE walmart_queue SET next_due_at = next_due_at ${past}`)
      await db().raw(`UPDATE walmart_stock SET retry_at = retry_at ${past}`)
    }
    const calls = () => simulator().control.requests("/v3/inventory").length
    const shown = async () =>
      (await service.stock.find({ text: target.sku, limit: 1, offset: 0 })).rows[0]

    /** Walmart has refused it as often as a figure is tried. */
    const failed = async (status: number, body: object) => {
      simulator().control.run("POST", "inventory", { sku: target.sku, amount: 1 })
      await service.stock.want([target])
      await sendDue()
      await service.stock.want([target])
      const fault = { kind: "status", status, body }
      simulator().control.run("POST", "faults", { route: "inventory", times: 99, fault })
      for (let tried = 0; tried < service.options.refusedAttempts; tried++) {
        await db().raw("UPDATE walmart_queue SET next_due_at = now() WHERE next_due_at IS NOT NULL")
        await sendDue()
      }
      expect(await shown()).toMatchObject({ state: "needs_attention" })
    }
    afterEach(() => simulator().control.run("DELETE", "faults", {}))

    it("is sent when Medusa's figure changes, by one call more", async () => {
      await failed(400, TOO_MUCH)
      const before = calls()
      await pass(1)
      expect(await sendDue()).toMatchObject({ claimed: 0 })
      await service.stock.want([target])
      await sendDue(3)
      expect(calls()).toBe(before + 1)
      expect(await shown()).toMatchObject({ state: "needs_attention", error_code: "refused" })

      simulator().control.run("DELETE", "faults", {})
      await service.stock.want([target])
      expect(await sendDue(2)).toMatchObject({ claimed: 0 })
      await pass(1)
      await sendDue(2)
      expect(await shown()).toMatchObject({ state: "sent", error_code: null, sent_amount: 2 })
    })

    it("is tried once an hour at most, however often its figure changes, where Walmart does not know the SKU", async () => {
      await failed(404, UNKNOWN)
      expect(await shown()).toMatchObject({ error_code: "unknown_sku" })
      const before = calls()
      for (const amount of [4, 3, 2]) {
        await service.stock.want([target])
        await sendDue(amount)
      }
      expect(calls()).toBe(before)
      await pass(2)
      await sendDue()
      await service.stock.want([target])
      await sendDue()
      expect(calls()).toBe(before + 1)
    })
  })

  it("ends the trouble of an account when Walmart takes it, as an order's update does", async () => {
    simulator().control.run("POST", "inventory", { sku: target.sku, amount: 1 })
    simulator().control.run("POST", "faults", {
      ...{ route: "inventory", times: 2, fault: { kind: "status", status: 401, body: {} } },
    })
    await service.stock.want([target])
    await service.sendDue({ readStock: async () => [reading] })
    const account = async () => (await service.listWalmartAccounts({ id: ACCOUNT }))[0]
    expect(await account()).toMatchObject({ failures: 1, last_error_code: "credentials_refused" })

    await db().raw("UPDATE walmart_account SET blocked_until = now()")
    await db().raw("UPDATE walmart_queue SET next_due_at = now() WHERE next_due_at IS NOT NULL")
    await service.sendDue({ readStock: async () => [reading] })
    expect(await account()).toMatchObject({ failures: 0, last_error_code: null })
    expect((await account()).last_sent_at).toBeInstanceOf(Date)
  })

  it("is counted anew when it is held once more while its count is read", async () => {
    await canceled()
    await send(async () => {
      await canceled()
      return [reading]
    })
    expect(await figure()).toEqual({ held_reason: "recount", held_stocked: null })
    await send(async () => [{ ...reading, stocked: 4 }])
    expect(await figure()).toEqual({ held_reason: "recount", held_stocked: 4 })
  })
})
