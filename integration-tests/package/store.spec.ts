import { readdirSync, readFileSync, rmSync } from "node:fs"
import { join } from "node:path"
import { freePort } from "../../scripts/postgres"
import { type Simulator, startSimulator } from "../../simulator"
import { expected, press, presses, routesIn, type Things } from "./buttons"
import { Desk, orderAll, UPS } from "./desk"
import { noRegistry } from "./npm"
import { askNode, type Program } from "./program"
import { packInto, temporaryFolder } from "./scratch-store"
import { type StockStore, stockStore } from "./stock-store"

const PLUGIN = "medusa-plugin-walmart"

/** Installing and building take minutes on a busy machine. */
const OPENING_MS = 15 * 60_000

const offline = noRegistry()
if (offline) say(`SKIPPED: npm reaches no registry here (${offline}), so no stock store was made.`)
const describeOnline = offline ? describe.skip : describe

describeOnline("the packed plugin in a stock store that npm installed", () => {
  const archives = temporaryFolder()
  let simulator: Simulator
  let store: StockStore
  let server: Program
  let desk: Desk

  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    store = await stockStore(packInto(archives).archive, simulator.url)
    const purchaseOrders = orderAll(simulator)
    const port = await freePort()
    server = await store.start(port)
    desk = new Desk(port, simulator, purchaseOrders)
    await desk.open()
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

  it("imports orders, and acknowledges them", () => desk.seeAcknowledged())

  it("tells Walmart what leaves by Medusa's Ship screen", async () => {
    const entry = await desk.ship()
    expect(entry).toMatchObject({ quantity: 2, carrier: "UPS", trackingNumber: UPS })
  })

  it("tells Walmart what is canceled by Medusa's Cancel menu", async () => {
    expect(await desk.cancel()).toMatchObject({ quantity: 2 })
  })

  it("answers at every route of its admin API", async () => {
    const nowhere: Things = {
      ...{ account: "", order: "", failed: "", sent: "", stock: "" },
      packed: { order: "", fulfillment: "" },
    }
    const pressed = presses(nowhere)
    expect({ "routes to press, in buttons.ts": Object.keys(pressed).sort() }).toEqual({
      "routes to press, in buttons.ts": (await routesIn(store.folder)).sort(),
    })
    const right = Object.entries(pressed).map(([route, how]) => [route, expected(how)])
    expect(await desk.pressAll()).toEqual(Object.fromEntries(right))
  })

  it.each(["GET", "POST"])("would be caught without a route: %s", async (method) => {
    expect(await press(desk.admin, `${method} /admin/walmart/nobody`, {})).toMatch(
      /404, no such route/
    )
  })

  it("has written into the store's log which account there is, and no error of the plugin", () => {
    const lines = server.printed.split("\n").filter((line) => /walmart/i.test(line))
    expect(lines.join("\n")).toContain("account us-main (us) works with http://")
    expect(lines.filter((line) => /"level":"error"|error:/.test(line))).toEqual([])
  })
})

/** Jest shows what is written here, whatever it keeps of the console. */
function say(words: string): void {
  process.stderr.write(`${words}\n`)
}
