import type { Page } from "playwright-core"
import type { AdminWalmartStock } from "../../src/types/http"
import type { Desk } from "./desk"
import { overflow, unreachable, violations } from "./accessibility"
import { dress, type Look, LOOKS } from "./browser"
import { refusedOrder } from "./correcting"
import { api, firstStart } from "./first-start"
import { showMany } from "./many-orders"
import { shoot } from "./screenshots"
import type { Staff } from "./staff"

/** What the plugin puts on a page; the frame around it is the dashboard's. */
const PARTS = { page: "main", orders: "main", settings: "main", order: "#walmart-order" }

/** How a page is brought into a state, and how one sees that it is in it. */
interface State {
  name: string
  path: (orderId: string) => string
  part: string
  prepare?: (page: Page) => Promise<unknown>
  isThere: (staff: Staff) => Promise<void>
}

const fail = (page: Page, path: string) =>
  page.route(api(path), (route) =>
    route.fulfill({ status: 500, json: { message: "The database is away." } })
  )

/** Answers never, so that the page stays as it is while it waits. */
const hold = (page: Page, path: string) => page.route(api(path), () => {})

/** One figure that waits for a recount, and one that is kept back in part. */
const STOCK: AdminWalmartStock[] = [
  {
    ...{ id: "wms_1", account_id: "main", sku: "MUG-1", ship_node_id: "1000001", state: "recount" },
    ...{ medusa_amount: 4, available: 4, buffer: 0, cap: null, sent_amount: 9, walmart_amount: 0 },
    ...{ sent_at: "2026-11-27T09:00:00Z", read_at: "2026-11-27T10:00:00Z" },
    ...{ waiting_since: "2026-11-27T10:00:00Z", in_feed_since: null, attention: null },
  },
  {
    ...{ id: "wms_2", account_id: "main", sku: "SHIRT-S", ship_node_id: null, state: "sent" },
    ...{ medusa_amount: 7, available: 10, buffer: 3, cap: null, sent_amount: 7, walmart_amount: 7 },
    ...{ sent_at: "2026-11-27T09:00:00Z", read_at: "2026-11-27T09:00:00Z" },
    ...{ waiting_since: null, in_feed_since: null, attention: null },
  },
]

const STATES: State[] = [
  {
    name: "orders-full",
    path: () => "/walmart",
    part: PARTS.orders,
    isThere: (staff) => staff.page.getByText(/of 1\d\d results/).waitFor(),
  },
  {
    name: "orders-200",
    path: () => "/walmart?size=200",
    part: PARTS.orders,
    prepare: (page) => showMany(page, 200),
    isThere: (staff) => staff.page.getByText(/of 200 results/).waitFor(),
  },
  {
    name: "orders-empty",
    path: () => "/walmart",
    part: PARTS.orders,
    prepare: (page) =>
      page.route(api("orders"), (route) =>
        route.fulfill({ json: { orders: [], count: 0, offset: 0, limit: 20 } })
      ),
    isThere: (staff) => staff.page.getByText("No Walmart orders yet").waitFor(),
  },
  {
    name: "orders-loading",
    path: () => "/walmart",
    part: PARTS.orders,
    prepare: (page) => hold(page, "orders"),
    isThere: (staff) =>
      staff.page
        .getByRole("heading", { name: "All orders" })
        .or(staff.page.getByRole("heading", { name: "Walmart orders" }))
        .first()
        .waitFor(),
  },
  {
    name: "orders-failing",
    path: () => "/walmart",
    part: PARTS.orders,
    prepare: (page) => fail(page, "orders"),
    isThere: (staff) => staff.button("Try again").waitFor(),
  },
  {
    name: "performance-full",
    path: () => "/walmart/performance",
    part: PARTS.page,
    isThere: (staff) => staff.page.getByText("What Walmart says").waitFor(),
  },
  {
    name: "performance-failing",
    path: () => "/walmart/performance",
    part: PARTS.page,
    prepare: (page) => fail(page, "performance"),
    isThere: (staff) => staff.button("Try again").waitFor(),
  },
  {
    name: "stock-filled",
    path: () => "/walmart/stock",
    part: PARTS.page,
    prepare: (page) =>
      page.route(api("stock"), (route) =>
        route.fulfill({ json: { stock: STOCK, count: 2, offset: 0, limit: 50 } })
      ),
    isThere: (staff) => staff.button("Counted, send: MUG-1").waitFor(),
  },
  {
    name: "stock-empty",
    path: () => "/walmart/stock",
    part: PARTS.page,
    isThere: (staff) => staff.page.getByText("Nothing sent yet").waitFor(),
  },
  {
    name: "settings-full",
    path: () => "/settings/walmart",
    part: PARTS.settings,
    isThere: (staff) => staff.page.getByRole("region", { name: "Ship methods" }).waitFor(),
  },
  {
    name: "orders-first-start",
    path: () => "/walmart",
    part: PARTS.orders,
    prepare: (page) => firstStart(page),
    isThere: (staff) => staff.page.getByText("1. Connect a Walmart account").waitFor(),
  },
  {
    name: "settings-first-start",
    path: () => "/settings/walmart",
    part: PARTS.settings,
    prepare: (page) => firstStart(page),
    isThere: (staff) => staff.page.getByText("1. Connect a Walmart account").waitFor(),
  },
  {
    name: "settings-loading",
    path: () => "/settings/walmart",
    part: PARTS.settings,
    prepare: (page) => hold(page, "accounts"),
    isThere: (staff) => staff.page.getByRole("status", { name: "Loading" }).first().waitFor(),
  },
  {
    name: "settings-failing",
    path: () => "/settings/walmart",
    part: PARTS.settings,
    prepare: (page) => fail(page, "accounts"),
    isThere: (staff) => staff.button("Try again").waitFor(),
  },
  {
    name: "order-full",
    path: (orderId) => `/orders/${orderId}`,
    part: PARTS.order,
    isThere: (staff) =>
      staff.update("Shipment 1").getByText("Needs attention", { exact: true }).waitFor(),
  },
  {
    name: "order-loading",
    path: (orderId) => `/orders/${orderId}`,
    part: PARTS.order,
    prepare: (page) => hold(page, "orders/order_[^/]+"),
    isThere: (staff) => staff.card.getByRole("status", { name: "Loading" }).waitFor(),
  },
  {
    name: "order-failing",
    path: (orderId) => `/orders/${orderId}`,
    part: PARTS.order,
    prepare: (page) => fail(page, "orders/order_[^/]+"),
    isThere: (staff) => staff.button("Try again", staff.card).waitFor(),
  },
]

/** Every page in every state, theme and size: no violation, nothing wider than the window, everything reached by keyboard. */
export function looksTests(desk: Desk): void {
  describe("looked at in light and dark, from a phone to a wide screen", () => {
    let orderId: string

    beforeAll(async () => {
      orderId = (await refusedOrder(desk)).orderId
      await desk.shop.fill(100)
    })

    it.each(STATES)("$name", async (state) => {
      await desk.sit(state.name, async (staff) => {
        await state.prepare?.(staff.page)
        await staff.open(state.path(orderId))
        await state.isThere(staff)
        for (const look of LOOKS) expect(await faults(staff.page, state, look)).toEqual([])
      })
    })

    it.each(STATES.filter(({ name }) => name.endsWith("full")))(
      "$name: the keyboard alone reaches everything",
      async (state) => {
        await desk.sit(`keyboard-${state.name}`, async (staff) => {
          await staff.open(state.path(orderId))
          await state.isThere(staff)
          expect(await unreachable(staff.page, state.part)).toEqual([])
        })
      }
    )

    it("a drawer opens and closes by keyboard, and the focus goes back to where it was", async () => {
      await desk.sit("keyboard-drawer", async (staff) => {
        await staff.open(`/orders/${orderId}`)
        const opener = staff.button("Correct", staff.update("Shipment 1"))
        await opener.focus()
        await staff.page.keyboard.press("Enter")
        await staff.dialog.getByLabel("Tracking number").waitFor()
        expect(await violations(staff.page, ["[role=dialog]"])).toEqual([])
        expect(await unreachable(staff.page, "[role=dialog]")).toEqual([])
        await staff.page.keyboard.press("Escape")
        await staff.dialog.waitFor({ state: "detached" })
        expect(await opener.evaluate((element) => element === document.activeElement)).toBe(true)
      })
    })
  })
}

/** What is wrong with a page in one look; leaves a picture of it. */
async function faults(page: Page, { name, part }: State, look: Look): Promise<string[]> {
  await dress(page, look)
  const title = `${name}-${look.theme}-${look.screen}`
  await shoot(page, title)
  const tooWide = await overflow(page)
  const found = await violations(page, [part])
  return [...found, ...(tooWide > 0 ? [`${tooWide} px wider than the window`] : [])].map(
    (fault) => `${title}: ${fault}`
  )
}
