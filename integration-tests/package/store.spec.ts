import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import axios from "axios"
import { AdminClient } from "../../testing/admin-client"
import { ADMIN } from "../../testing/seed"
import { waitFor } from "../../testing/wait-for"
import { freePort } from "../../scripts/postgres"
import { type LedgerEntry, type Simulator, startSimulator } from "../../simulator"
import type {
  AdminWalmartOrderListResponse,
  AdminWalmartStockListResponse,
} from "../../src/types/http"
import { expected, press, presses, routesIn } from "./buttons"
import { noRegistry } from "./npm"
import { askNode, type Program } from "./program"
import { packInto, temporaryFolder } from "./scratch-store"
import { type StockStore, stockStore } from "./stock-store"

const PLUGIN = "medusa-plugin-walmart"
const UPS = "1Z999AA10123456784"
const OUT_OF_STOCK = "SELLER_CANCEL_OUT_OF_STOCK"

/** Installing and building take minutes on a busy machine. */
const OPENING_MS = 15 * 60_000
const UP_TO_A_MINUTE = { timeoutMs: 60_000, everyMs: 100 }

const offline = noRegistry()
if (offline) say(`SKIPPED: npm reaches no registry here (${offline}), so no stock store was made.`)
const describeOnline = offline ? describe.skip : describe

describeOnline("the packed plugin in a stock store that npm installed", () => {
  const archives = temporaryFolder()
  let simulator: Simulator
  let store: StockStore
  let server: Program
  let admin: AdminClient
  let purchaseOrders: Record<"shipped" | "canceled" | "pressed" | "packed" | "unknown", string>

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    store = await stockStore(packInto(archives).archive, simulator.url)
    const order = (sku = "MUG-1") =>
      simulator.control.createOrder({ lines: [{ sku, quantity: 2, price: 19.98 }] }).purchaseOrderId
    const [shipped, canceled, pressed, packed] = [order(), order(), order(), order()]
    purchaseOrders = { shipped, canceled, pressed, packed, unknown: order("NOT-SOLD-HERE") }
    const port = await freePort()
    server = await store.start(port)
    admin = new AdminClient(axios.create({ baseURL: `http://localhost:${port}` }))
    await admin.login(ADMIN)
  }, OPENING_MS)
  afterAll(async () => {
    await server?.stop()
    await simulator?.close()
    await store?.remove()
    rmSync(archives, { recursive: true })
  }, OPENING_MS)

  it("runs with the store's own Medusa, and reads with the zod of that", async () => {
    const found = await askNode<{ medusa: string; zod: string; same: boolean }>(
      store.folder,
      `{
        medusa: require("@medusajs/medusa/package.json").version,
        zod: Object.values(require("@medusajs/framework/zod").z.core.version).join("."),
        same: require.resolve("@medusajs/framework/zod") ===
          require.resolve("@medusajs/framework/zod", { paths: [require.resolve("${PLUGIN}/package.json")] }),
      }`
    )
    say(`The stock store has Medusa ${found.medusa} and zod ${found.zod}.`)
    expect(found.same).toBe(true)
  })

  it("has its screens in the store's dashboard", () => {
    const built = join(store.folder, ".medusa/server/public/admin/assets")
    const dashboard = readdirSync(built)
      .filter((file) => file.endsWith(".js"))
      .map((file) => readFileSync(join(built, file), "utf8"))
    const ours = join(store.folder, "node_modules", PLUGIN, ".medusa/server/src/admin/index.mjs")
    const calls = readFileSync(ours, "utf8").match(/[`"]walmart\/[a-z/]+/g) ?? []
    const screens = [...new Set(calls.map((call) => call.slice(1)))]
    expect(screens.length).toBeGreaterThan(4)
    expect(screens.filter((text) => !dashboard.some((code) => code.includes(text)))).toEqual([])
  })

  it("imports orders, and acknowledges them", async () => {
    for (const purchaseOrder of imported()) {
      await orderOf(purchaseOrder)
      await ledgerHas(purchaseOrder, "acknowledged")
    }
  })

  it("tells Walmart what leaves by Medusa's Ship screen", async () => {
    const order = await orderOf(purchaseOrders.shipped)
    await admin.ship(order, await admin.fulfill(order), [{ tracking_number: UPS }])
    const [entry] = await ledgerHas(purchaseOrders.shipped, "shipped")
    expect(entry).toMatchObject({ quantity: 2, carrier: "UPS", trackingNumber: UPS })
  })

  it("tells Walmart what is canceled by Medusa's Cancel menu", async () => {
    const order = await orderOf(purchaseOrders.canceled)
    const path = `/admin/walmart/orders/${order}/cancellation-reason`
    await admin.post(path, { reason: OUT_OF_STOCK })
    await admin.cancel(order)
    const [entry] = await ledgerHas(purchaseOrders.canceled, "cancelled")
    expect(entry).toMatchObject({ quantity: 2 })
  })

  it("answers at every route of its admin API", async () => {
    const routes = await routesIn(store.folder)
    const pressed = presses(await things())
    expect({ "routes to press, in buttons.ts": Object.keys(pressed).sort() }).toEqual({
      "routes to press, in buttons.ts": routes.sort(),
    })
    const answers: Record<string, string> = {}
    for (const [route, how] of Object.entries(pressed)) {
      answers[route] = await press(admin, route, how)
    }
    const right = Object.entries(pressed).map(([route, how]) => [route, expected(how)])
    expect(answers).toEqual(Object.fromEntries(right))
    await ledgerHas(purchaseOrders.pressed, "cancelled")
  })

  it.each(["GET", "POST"])("would be caught without a route: %s", async (method) => {
    expect(await press(admin, `${method} /admin/walmart/nobody`, {})).toMatch(/404, no such route/)
  })

  it("has written no error of the plugin into the store's log", () => {
    const lines = server.printed.split("\n").filter((line) => /walmart/i.test(line))
    expect(lines.filter((line) => /"level":"error"|error:/.test(line))).toEqual([])
  })

  function imported(): string[] {
    const { shipped, canceled, pressed, packed } = purchaseOrders
    return [shipped, canceled, pressed, packed]
  }

  async function orderOf(purchaseOrder: string): Promise<string> {
    const find = async () => (await admin.searchOrders(purchaseOrder))[0]?.id
    return waitFor(`Medusa to have order ${purchaseOrder}`, find, UP_TO_A_MINUTE)
  }

  async function ledgerHas(purchaseOrder: string, effect: LedgerEntry["effect"]) {
    const look = () => {
      const found = simulator.control.ledger(purchaseOrder).filter((it) => it.effect === effect)
      return found.length > 0 && found
    }
    return waitFor(`Walmart to have ${purchaseOrder} ${effect}`, look, UP_TO_A_MINUTE)
  }

  /** What the buttons are pressed at. */
  async function things() {
    const packed = await orderOf(purchaseOrders.packed)
    const q = purchaseOrders.unknown
    const failed = await waitFor("the order that cannot be imported", async () => {
      const query = { q, import_status: "failed" }
      const { orders } = await admin.get<AdminWalmartOrderListResponse>(
        "/admin/walmart/orders",
        query
      )
      return orders[0]?.id
    })
    const { updates } = await admin.get<{ updates: { id: string }[] }>("/admin/walmart/updates", {
      status: "sent",
    })
    const stock = await waitFor("the stock of what was canceled", async () => {
      const { stock: levels } =
        await admin.get<AdminWalmartStockListResponse>("/admin/walmart/stock")
      return levels[0]?.id
    })
    return {
      account: "us-main",
      stock,
      order: await orderOf(purchaseOrders.pressed),
      packed: { order: packed, fulfillment: await admin.fulfill(packed) },
      failed,
      sent: updates[0].id,
    }
  }
})

/** Jest shows what is written here, whatever it keeps of the console. */
function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
