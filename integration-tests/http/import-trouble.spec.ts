import { inspect } from "node:util"
import { ContainerRegistrationKeys, Modules } from "@medusajs/framework/utils"
import { pollWindows } from "../../src/walmart/import/poll-searches"
import { walmartOf } from "../../src/workflows/import/store/load-store"
import { pollAccount } from "../../src/workflows/import/polling/poll-account"
import { walkOrders } from "../../src/workflows/import/polling/walk-orders"
import { REFUSAL } from "../faults/harness/refusal"
import type { AdminWalmartStatusResponse } from "../../src/types/http"
import { readOrderNow } from "../../src/workflows/reconciliation/steps/read-now"
import { readDueWalmartOrdersWorkflow } from "../../src/workflows/webhooks/read-due-walmart-orders"
import { planSweptOrders } from "../../src/workflows/updates/plan-swept-orders"
import { storeSuite, waitFor } from "../helpers/store"
import { detailOf, expectRefusal } from "./admin-api/support"

const UNKNOWN = { lines: [{ sku: "NOT-IN-THE-STORE", quantity: 1, price: 10 }] }
const MUGS = { lines: [{ sku: "MUG-1", quantity: 3, price: 30 }] }

storeSuite("trouble while importing Walmart orders", (store) => {
  const container = () => store.container()
  const control = (path: string, body: object) => store.simulator().control.run("POST", path, body)
  const account = () => walmartOf(container()).retrieveWalmartAccount("main")
  const database = () => container().resolve(ContainerRegistrationKeys.PG_CONNECTION)

  /** Lets every new row of a table fail while something is done, as a fault of the database would. */
  const whileRefusing = async (table: string, work: () => Promise<unknown>) => {
    await database().raw(`CREATE OR REPLACE FUNCTION refuse_row() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'refused' USING ERRCODE = 'P0042'; END $$ LANGUAGE plpgsql`)
    await database().raw(
      `CREATE TRIGGER refuse BEFORE INSERT ON "${table}" FOR EACH ROW EXECUTE FUNCTION refuse_row()`
    )
    try {
      await work()
    } finally {
      await database().raw(`DROP TRIGGER refuse ON "${table}"`)
    }
  }

  /** Everything that is logged, and told to subscribers who need attention, while something is done. */
  const whatIsSaid = async (work: () => Promise<unknown>) => {
    const logger = container().resolve(ContainerRegistrationKeys.LOGGER)
    const logs = [jest.spyOn(logger, "error"), jest.spyOn(logger, "warn")]
    const told: unknown[] = []
    const events = container().resolve(Modules.EVENT_BUS)
    const listen = async ({ data }: { data: unknown }) => void told.push(data)
    events.subscribe("walmart.order.attention_needed", listen)
    try {
      await work()
      await waitFor("the event", () => told.length > 0)
      return inspect([logs.map(({ mock }) => mock.calls), told], { depth: 9 })
    } finally {
      events.unsubscribe("walmart.order.attention_needed", listen)
      for (const log of logs) log.mockRestore()
    }
  }

  afterEach(() => store.sendingEnds())

  it("tells nobody a buyer's address when the database refuses an order", async () => {
    const { purchaseOrderId } = store.simulateOrder({
      ...MUGS,
      address: { name: "Odette Ungewöhnlich", address1: "77 Secret Lane" },
    })
    const importTwice = async () => {
      await store.importAll()
      const { id } = await store.walmartOrder(purchaseOrderId)
      const byHand = store.post(`/admin/walmart/orders/${id}/import`, {})
      await expect(byHand).rejects.toThrow("P0042")
    }
    const said = await whatIsSaid(() => whileRefusing("order_address", importTwice))
    const { import_error } = await store.walmartOrder(purchaseOrderId)
    expect(import_error).toContain("P0042")
    expect(said).toContain("importing wmo_")
    expect(said).toContain("unexpected_state")
    expect(said).toContain("P0042")
    expect(`${import_error} ${said}`).not.toMatch(/Odette|Ungew|Secret Lane|relay\.walmart/)
    await store.importAll()
    expect((await store.walmartOrder(purchaseOrderId)).import_error).toBeNull()
  })

  const rename = async (from: string, to: string) => {
    await database().raw("DELETE FROM walmart_account WHERE id = ?", [to])
    await database().raw("UPDATE walmart_account SET id = ? WHERE id = ?", [to, from])
    for (const table of ["walmart_order", "walmart_queue"]) {
      await database().raw(`UPDATE ${table} SET account_id = ? WHERE account_id = ?`, [to, from])
    }
  }

  it("imports nothing a second time when an account was renamed, and says what to do", async () => {
    const walmart = walmartOf(container())
    const { purchaseOrderId } = await store.importOrder(MUGS)
    await store.sendingEnds()
    await rename("main", "former")
    const advice = expect.stringContaining('Call it "former" again')
    for (let poll = 0; poll < 2; poll++) expect(await store.importAll()).toEqual(advice)
    expect((await account()).last_poll_error).toEqual(advice)
    const byNumber = { account_id: "main", purchase_order_id: purchaseOrderId }
    await expect(store.run("import-walmart-order", byNumber)).rejects.toMatchObject({
      message: advice,
    })
    expect(await walmart.listWalmartOrders({})).toHaveLength(1)
    await rename("former", "main")
    expect(await store.importAll()).toBeNull()
  })

  it("goes on with an account whose keys were changed", async () => {
    const walmart = walmartOf(container())
    await store.importOrder(MUGS)
    await walmart.updateWalmartAccounts({ id: "main", seller: "by the former keys" })
    const { purchaseOrderId } = await store.importOrder(MUGS)
    expect((await account()).seller).toMatch(/^[0-9a-f]{64}$/)
    expect(purchaseOrderId).not.toBe("")
  })

  it("imports and acknowledges an order whose number another Medusa order has already", async () => {
    const { purchaseOrderId } = store.simulateOrder(MUGS)
    const orders = container().resolve(Modules.ORDER)
    const [other] = await orders.createOrders([
      { currency_code: "usd", region_id: store.seeded.regionId },
    ])
    await orders.updateOrders(other.id, { custom_display_id: purchaseOrderId } as object)
    await store.importAll()
    await waitFor("the acknowledgment", () => store.ledger(purchaseOrderId).length > 0)
    expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
      imported_at: expect.anything(),
      import_error: null,
      import_notes: [
        { text: expect.stringContaining(`order ${other.id} has that number already`) },
      ],
    })
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
  })

  it("acknowledges an order although its number cannot be written at all", async () => {
    const { purchaseOrderId } = store.simulateOrder(MUGS)
    await database().raw(
      `ALTER TABLE "order" ADD CONSTRAINT no_number CHECK (custom_display_id IS NULL) NOT VALID`
    )
    try {
      await store.importAll()
      await store.sendDue()
    } finally {
      await database().raw(`ALTER TABLE "order" DROP CONSTRAINT no_number`)
    }
    expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
    await store.importAll()
    expect((await store.walmartOrder(purchaseOrderId)).import_error).toBeNull()
  })

  describe("an order that cannot be kept", () => {
    it("is imported whatever characters its texts hold", async () => {
      const line = { sku: "MUG-1", quantity: 1, price: 5, productName: "Half \ud83d a\u0000 pair" }
      const { purchaseOrderId } = await store.importOrder({ lines: [line] })
      const { lines } = await store.walmartOrder(purchaseOrderId)
      expect(lines?.[0]?.product_name).toBe("Half \ufffd a pair")
    })

    it("stops no other, says so, and lets the poll go on", async () => {
      const many = { lines: [{ sku: "MUG-1", quantity: 3_000_000_000, price: 1 }] }
      const { purchaseOrderId } = store.simulateOrder(many)
      await store.importOrder(MUGS)
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        imported_at: null,
        import_error_code: "unreadable",
        import_error: expect.stringContaining('amount is "3000000000", expected'),
      })
      expect(await account()).toMatchObject({
        last_poll_error: null,
        polled_until: expect.any(Date),
      })
    })

    it("is named with the reason when an event has asked for it", async () => {
      const { purchaseOrderId: po } = store.simulateOrder(MUGS)
      await database().raw(
        `INSERT INTO walmart_read_request (id, account_id, purchase_order_id, next_due_at, wanted)
         VALUES ('wmrr_kept_badly', 'main', ?, now(), 1)`,
        [po]
      )
      await whileRefusing("walmart_order", () => readDueWalmartOrdersWorkflow(container()).run())
      const [asked] = await walmartOf(container()).listWalmartReadRequests({
        purchase_order_id: po,
      })
      expect(asked.last_error).toMatch(new RegExp(`^Order ${po} could not be kept: .*P0042`))
    })

    it("is read again when not even its number could be kept", async () => {
      await store.importAll()
      const { polled_until } = await account()
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      await whileRefusing("walmart_order", () => store.importAll())
      expect(await account()).toMatchObject({
        last_poll_error: expect.stringContaining(purchaseOrderId),
        polled_until,
      })
      // Walmart has answered.
      const status = await store.get<AdminWalmartStatusResponse>("/admin/walmart/status")
      expect(status.connected).toBe(true)
      expect(await store.importAll()).toBeNull()
      await store.orderIdOf(purchaseOrderId)
    })
  })

  describe("an order that cannot be read", () => {
    const unknownStatus = (purchaseOrderId: string) => ({
      purchaseOrderId,
      customerOrderId: "200000000000042",
      orderDate: Date.now() - 3_600_000,
      shippingInfo: { methodCode: "Standard" },
      orderLines: {
        orderLine: {
          lineNumber: "1",
          item: { sku: "MUG-1" },
          orderLineQuantity: { amount: "1" },
          orderLineStatuses: {
            orderLineStatus: { status: "Lost", statusQuantity: { amount: "1" } },
          },
        },
      },
    })
    const listOnly = (order: object) => ({
      list: { meta: { totalCount: 1 }, elements: { order } },
    })
    const answer = (route: string, body: object, purchaseOrderId?: string) =>
      control("faults", { route, purchaseOrderId, fault: { kind: "status", status: 200, body } })

    it("is shown with its cause, holds up nothing, and is imported once it can be read", async () => {
      await store.importAll()
      // Walmart's clock is known to about a second, by which one mark may lie before another.
      await database().raw(
        "UPDATE walmart_account SET polled_until = polled_until - interval '1 minute'"
      )
      const { polled_until: before } = await account()
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      answer("orders.list", listOnly(unknownStatus(purchaseOrderId)))
      answer("orders.get", { order: unknownStatus(purchaseOrderId) }, purchaseOrderId)
      expect(await store.importAll()).toBeNull()
      const { orders } = await store.get<{ orders: object[] }>("/admin/walmart/orders")
      expect(orders).toMatchObject([
        {
          purchase_order_id: purchaseOrderId,
          customer_order_id: "200000000000042",
          import_status: "failed",
          import_error: expect.stringContaining('"Lost"'),
        },
      ])
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        import_error_code: "unreadable",
        import_remedy: expect.stringContaining("Seller Center"),
      })
      const { polled_until: after } = await account()
      expect(Number(after)).toBeGreaterThan(Number(before))
      await store.importAll()
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        imported_at: expect.anything(),
        import_error_code: null,
        total: 3000,
        lines: [{ sku: "MUG-1", quantity: 3 }],
      })
    })

    it("tells subscribers once, however often it is tried", async () => {
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      for (let poll = 0; poll < 3; poll++) {
        answer("orders.get", { order: unknownStatus(purchaseOrderId) }, purchaseOrderId)
      }
      const said = await whatIsSaid(async () => {
        for (let poll = 0; poll < 3; poll++) {
          answer("orders.list", listOnly(unknownStatus(purchaseOrderId)))
          await store.importAll()
        }
      })
      expect(said.match(/code: 'unreadable'/g)).toHaveLength(1)
      const logged = new RegExp(`order ${purchaseOrderId} of account main is not imported`, "g")
      expect(said.match(logged)).toHaveLength(1)
    })

    it("keeps its own cause while Walmart is away, which is nobody's task and no event", async () => {
      const counted = () => store.heard.counts.get("walmart.order.attention_needed") ?? 0
      const before = counted()
      const heard = () => counted() - before
      const { purchaseOrderId: po } = store.simulateOrder(UNKNOWN)
      const { purchaseOrderId: untried } = store.simulateOrder(UNKNOWN)
      await store.importAll()
      await waitFor("the events of the unknown SKUs", () => heard() === 2)
      await forgetTry(untried)
      const away = { kind: "status", status: 503 }
      store
        .simulator()
        .control.run("POST", "faults", { route: "orders.get", times: 50, fault: away })
      await store.importAll()
      expect(await store.walmartOrder(po)).toMatchObject({ import_error_code: "unknown_sku" })
      expect(await store.walmartOrder(untried)).toMatchObject({
        ...{
          import_error_code: "walmart_unavailable",
          import_remedy: expect.stringMatching(/Nothing now/),
        },
      })
      store.simulator().control.run("DELETE", "faults")
      await store.importAll()
      for (const one of [po, untried]) {
        expect(await store.walmartOrder(one)).toMatchObject({ import_error_code: "unknown_sku" })
      }
      // The unknown SKU is news of the second order once more; that Walmart was away was none.
      await waitFor("the event of the order tried again", () => heard() === 3)
    })

    describe("any more since it was imported", () => {
      const differences = async (id: string) => {
        await planSweptOrders(container())
        const { sync_status, discrepancies } = await detailOf(store, id)
        return { sync_status, discrepancies }
      }
      const needsAPerson = {
        sync_status: "needs_attention",
        discrepancies: [{ code: "walmart_unreadable", message: expect.stringContaining('"Lost"') }],
      }
      const spoilReads = (po: string) => answer("orders.get", { order: unknownStatus(po) }, po)

      const reads: [
        string,
        (order: { orderId: string; purchaseOrderId: string }) => Promise<void>,
      ][] = [
        [
          "a poll",
          async ({ purchaseOrderId: po }) => {
            answer("orders.list", listOnly(unknownStatus(po)))
            await store.importAll()
          },
        ],
        [
          "a read that a person asks for",
          async ({ purchaseOrderId: po, orderId }) => {
            spoilReads(po)
            const refresh = store.post(`/admin/walmart/orders/${orderId}/refresh`)
            await expectRefusal(refresh, "not_allowed", /Lost/)
          },
        ],
        [
          "the read before a change is saved",
          async ({ purchaseOrderId: po, orderId }) => {
            spoilReads(po)
            await readOrderNow(container(), orderId)
          },
        ],
        [
          "a read for a missing e-mail address",
          async ({ purchaseOrderId: po, orderId }) => {
            await container()
              .resolve(Modules.ORDER)
              .updateOrders(orderId, { email: null } as never)
            const none = { list: { meta: { totalCount: 0 }, elements: { order: [] } } }
            for (let search = 0; search < 3; search++) answer("orders.list", none)
            spoilReads(po)
            await store.importAll()
          },
        ],
      ]

      it.each(reads)("needs a person from %s on, until it is read again", async (_by, read) => {
        const order = await store.importOrder(MUGS)
        await store.sendDue()
        await store.sendingEnds()
        expect(await differences(order.orderId)).toEqual({
          sync_status: "in_sync",
          discrepancies: [],
        })
        await read(order)
        expect(await differences(order.orderId)).toMatchObject(needsAPerson)
        const found = await store.get<{ orders: object[] }>(
          `/admin/walmart/orders?sync_status=needs_attention&q=${order.purchaseOrderId}`
        )
        expect(found.orders).toHaveLength(1)
        await store.post(`/admin/walmart/orders/${order.orderId}/refresh`)
        expect(await differences(order.orderId)).toEqual({
          sync_status: "in_sync",
          discrepancies: [],
        })
      })

      it("needs a person for itself too when the read before sending could not be understood", async () => {
        await store.post("/admin/walmart/accounts/main/pause", {})
        const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
        spoilReads(po)
        await store.post("/admin/walmart/accounts/main/resume", {})
        await store.sendDue()
        await store.sendingEnds()
        expect(await differences(orderId)).toMatchObject(needsAPerson)
      })

      it("says nothing of Walmart's answer while the database fails to keep it, and is read again", async () => {
        const { purchaseOrderId: po } = await store.importOrder(MUGS)
        await store.sendDue()
        const { polled_until: before } = await account()
        await control(`orders/${po}/cancel`, { lines: [{ lineNumber: "1", quantity: 1 }] })
        await whileRefusing("walmart_order_line", async () => {
          expect(await store.importAll()).not.toBeNull()
        })
        expect(await store.walmartOrder(po)).toMatchObject({ unreadable_since: null })
        expect((await account()).polled_until).toEqual(before)
        expect(await store.importAll()).toBeNull()
        expect(await store.walmartOrder(po)).toMatchObject({ lines: [{ canceled_quantity: 1 }] })
      })

      it("stays so however often it is read badly, and is told once", async () => {
        const { orderId, purchaseOrderId: po } = await store.importOrder(MUGS)
        await store.sendDue()
        const said = await whatIsSaid(async () => {
          for (let poll = 0; poll < 3; poll++) {
            answer("orders.list", listOnly(unknownStatus(po)))
            await store.importAll()
          }
        })
        expect(said.match(/code: 'walmart_unreadable'/g)).toHaveLength(1)
        expect(await differences(orderId)).toMatchObject(needsAPerson)
      })
    })

    /** Leaves an order as a poll does that ends before it tries to import it. */
    async function forgetTry(purchaseOrderId: string) {
      await database().raw(
        `UPDATE walmart_order SET import_error_code = NULL, import_error = NULL, import_remedy = NULL, import_words = NULL
         WHERE purchase_order_id = ?`,
        [purchaseOrderId]
      )
    }

    it("waits for nothing once it turns out to be sent by others", async () => {
      const { purchaseOrderId } = store.simulateOrder({ ...MUGS, shipNodeType: "WFSFulfilled" })
      answer("orders.list", listOnly(unknownStatus(purchaseOrderId)))
      answer("orders.get", { order: unknownStatus(purchaseOrderId) }, purchaseOrderId)
      await store.importAll()
      await store.importAll()
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        order_id: null,
        import_error: null,
        ship_node_type: "WFSFulfilled",
      })
    })

    it("is imported once Walmart leaves to the seller what others were to send", async () => {
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      const walmart = walmartOf(container())
      const order = await walmart.client("main").getOrder(purchaseOrderId)
      const theirs = { ...order, shipNode: { ...order.shipNode, type: "WFSFulfilled" as const } }
      await walmart.saveOrder("main", theirs, await walmart.databaseNow())
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        ...{ order_id: null, ship_node_type: "WFSFulfilled", lines: [{ line_item_id: null }] },
      })
      await store.importAll()
      const orderId = await store.orderIdOf(purchaseOrderId)
      const { items } = await store.order(orderId)
      expect(items.map(({ quantity }) => quantity)).toEqual([3])
      await store.sendingEnds()
      expect(store.ledger(purchaseOrderId).map(({ effect }) => effect)).toEqual(["acknowledged"])
      expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
        ...{ imported_at: expect.anything(), total: 3000, lines: [{ line_item_id: items[0].id }] },
      })
    })

    it("is asked for by the same search again when it has no number", async () => {
      await store.importAll()
      const { polled_until: before } = await account()
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      answer("orders.list", listOnly({ customerOrderId: "200000000000042" }))
      expect(await store.importAll()).toContain("cannot be read")
      expect((await account()).polled_until).toEqual(before)
      expect(await store.importAll()).toBeNull()
      await store.orderIdOf(purchaseOrderId)
    })
  })

  describe("a walk that is not whole", () => {
    const passes = { route: "orders.list", fault: { kind: "delay", ms: 0 } }
    const fails = (status: number) => ({
      route: "orders.list",
      fault: { kind: "status", status },
    })

    it("takes over what other searches show when one fails, and keeps the mark", async () => {
      await store.importAll()
      const { polled_until: before } = await account()
      const { purchaseOrderId } = store.simulateOrder(MUGS)
      const others = store.simulateOrder({ ...MUGS, shipNodeType: "3PLFulfilled" })
      control("faults", passes)
      control("faults", { route: "orders.list", fault: REFUSAL })
      expect(await store.importAll()).toContain("(400)")
      await store.orderIdOf(purchaseOrderId)
      expect((await store.walmartOrder(purchaseOrderId)).imported_at).not.toBeNull()
      expect((await store.walmartOrder(others.purchaseOrderId)).order_id).toBeNull()
      expect((await account()).polled_until).toEqual(before)
    })

    it("imports the orders of the first page when the second cannot be had", async () => {
      await store.importAll()
      control("options", { pageSizeMax: 2 })
      for (let order = 0; order < 5; order++) store.simulateOrder(MUGS)
      control("faults", passes)
      control("faults", fails(503))
      expect(await pollAccount(container(), "main")).toMatchObject({
        imported: 2,
        error: expect.stringContaining("503"),
      })
      expect(await pollAccount(container(), "main")).toMatchObject({ imported: 3, error: null })
    })

    it.each([
      ["without an end", {}],
      ["with an end", { lastModifiedEndDate: Date.now() + 600_000 }],
    ])(
      "%s misses no order that slips to an earlier page because another one changed",
      async (_, end) => {
        const numbers = Array.from({ length: 5 }, () => store.simulateOrder(MUGS).purchaseOrderId)
        control("options", { pageSizeMax: 2 })
        control("time", { advanceMs: 3_600_000 })
        const now = Date.now()
        const [window] = pollWindows({ now, polledUntil: now, importFrom: 0, overlapMs: 600_000 })
        const seen = new Set<string>()
        let pages = 0
        const faults = await walkOrders(
          walmartOf(container()).client("main"),
          [{ ...window, createdEndDate: undefined, ...end }],
          async ({ orders }) => {
            for (const { purchaseOrderId } of orders) seen.add(purchaseOrderId)
            if (++pages === 1) control(`orders/${orders[0].purchaseOrderId}/acknowledge`, {})
          }
        )
        expect(faults).toEqual([])
        expect([...seen].sort()).toEqual(numbers.sort())
      }
    )

    it("says so when Walmart goes on showing fewer orders than it counts", async () => {
      await store.importAll()
      const { polled_until: before } = await account()
      control("options", { searchMax: 2 })
      for (let order = 0; order < 3; order++) store.simulateOrder(MUGS)
      expect(await store.importAll()).toContain("counts 3 SellerFulfilled orders but showed 2")
      expect((await account()).polled_until).toEqual(before)
    })

    it("asks for a shorter time when there are more orders than a search can show", async () => {
      control("options", { searchMax: 2_000 })
      const now = Date.now()
      for (let order = 0; order < 2_100; order++) {
        store.simulateOrder({ ...MUGS, orderedAt: now - order * 1_000 })
      }
      const seen = new Set<string>()
      const faults = await walkOrders(
        walmartOf(container()).client("main"),
        [{ createdStartDate: now - 3_600_000, createdEndDate: now + 1_000 }],
        async ({ orders }) => orders.forEach((order) => seen.add(order.purchaseOrderId))
      )
      expect(faults).toEqual([])
      expect(seen.size).toBe(2_100)
    })
  })

  it("keeps the total of the Medusa order when an import stops after its creation", async () => {
    control("options", { orderSummary: false })
    const line = { sku: "MUG-1", quantity: 2, price: 20, cancelledQuantity: 1 }
    const { purchaseOrderId } = store.simulateOrder({ lines: [line] })
    await whileRefusing("payment_collection", () => store.importAll())
    expect((await store.walmartOrder(purchaseOrderId)).imported_at).toBeNull()
    await store.importAll()
    expect(await store.walmartOrder(purchaseOrderId)).toMatchObject({
      imported_at: expect.anything(),
      total: 1000,
    })
  })

  it("asks for the other addresses when one order can be read no more", async () => {
    control("options", { placeholderEmail: true })
    const lost = await store.importOrder(MUGS)
    const other = await store.importOrder(MUGS)
    control(`orders/${other.purchaseOrderId}/email`, { customerEmailId: "real@relay.walmart.com" })
    const beyondSearch = new Date(Date.now() + 2 * 3_600_000)
    await walmartOf(container()).updateWalmartAccounts({ id: "main", polled_until: beyondSearch })
    const { purchaseOrderId } = lost
    control("faults", {
      route: "orders.get",
      purchaseOrderId,
      times: 9,
      fault: { kind: "status", status: 404 },
    })
    expect(await store.importAll()).toBeNull()
    const orders = container().resolve(Modules.ORDER)
    expect((await orders.retrieveOrder(other.orderId)).email).toBe("real@relay.walmart.com")
  })
})
