import type { Page } from "playwright-core"
import type { Desk } from "../desk"
import { showMany } from "../many-orders"
import { isLate } from "./late-machine"
import type { Measure } from "./task-table"

const LINES = [{ sku: "MUG-2", quantity: 1, price: 11.5 }]
const ROWS = 200
const SEARCH = "Order, customer, product, ZIP, tracking"
/** A number that no order has, and a pause between keys as a quick typist leaves it. */
const NUMBER = "940011120620640"
const PAUSE_MS = 60

/** What a page costs whoever looks at it: what moves by itself, and what a key takes. */
export function measureTests(desk: Desk, measures: Measure[]): void {
  it("an order's page moves nothing while it loads", async () => {
    const order = await desk.store.order({ lines: LINES })
    await desk.sit("layout-shift", async (staff) => {
      await measureShift(staff.page)
      await staff.open(`/orders/${order.orderId}`)
      const strip = staff.strip(order.purchaseOrderId)
      await strip.getByText("Walmart up to date", { exact: true }).waitFor()
      await staff.atRest()
      const value = await shiftOf(staff.page)
      const measure = { name: "layout shift of an order's page", unit: "CLS", most: 0.01 }
      measures.push({ ...measure, value })
      expect(value).toBeLessThan(measure.most)
    })
  })

  it(`a key in the search redraws none of ${ROWS} rows, and takes less than 50 ms`, async () => {
    await desk.store.order({ lines: LINES })
    await desk.sit("typing", async (staff) => {
      await showMany(staff.page, ROWS)
      await staff.open(`/walmart?size=${ROWS}`)
      await staff.page.getByText(new RegExp(`of ${ROWS} results`)).waitFor()
      await staff.atRest()
      const wasLate = await isLate()
      await staff.page.getByPlaceholder(SEARCH).focus()
      await watchKeys(staff.page)
      for (const key of NUMBER) await staff.page.keyboard.press(key, { delay: PAUSE_MS })
      const { ms, redrawn } = await keysOf(staff.page)
      expect(ms).toHaveLength(NUMBER.length)
      expect(redrawn).toBe(0)
      const [middle, worst] = [ms[Math.floor(ms.length / 2)], ms[ms.length - 1]]
      const measure = { unit: "ms", most: 50 }
      const name = `a key in the search above ${ROWS} rows`
      measures.push({ ...measure, name: `${name}, half of them within`, value: middle })
      measures.push({ ...measure, name: `${name}, the slowest of ${NUMBER.length}`, value: worst })
      if (!wasLate && !(await isLate())) expect(middle).toBeLessThan(measure.most)
    })
  })
}

interface WithKeys {
  keys: { ms: number[]; redrawn: number }
}

/** Takes the time from each key until the page has drawn what it changed, and counts what changes in the table. */
async function watchKeys(page: Page): Promise<void> {
  await page.evaluate(() => {
    const keys: WithKeys["keys"] = { ms: [], redrawn: 0 }
    Object.assign(window, { keys })
    const drawn = (startedAt: number) =>
      requestAnimationFrame(() =>
        setTimeout(() => keys.ms.push(Math.round(performance.now() - startedAt)))
      )
    document.addEventListener("keydown", ({ timeStamp }) => drawn(timeStamp), true)
    const changes = { childList: true, attributes: true, subtree: true }
    const rows = document.querySelector("main table tbody")
    if (rows) new MutationObserver((list) => (keys.redrawn += list.length)).observe(rows, changes)
  })
}

/** Milliseconds of all keys, the quickest first, once the last one is drawn. */
async function keysOf(page: Page): Promise<WithKeys["keys"]> {
  await page.waitForFunction(
    (count) => (window as unknown as WithKeys).keys.ms.length >= count,
    NUMBER.length
  )
  const { ms, redrawn } = await page.evaluate(() => (window as unknown as WithKeys).keys)
  return { ms: ms.sort((one, other) => one - other), redrawn }
}

interface WithShift {
  shift: number
}

/** Has every page from now on add up what moves on it by itself. */
async function measureShift(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const counted = window as unknown as WithShift
    counted.shift = 0
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & Moved)[])
        if (!entry.hadRecentInput) counted.shift += entry.value
    }).observe({ type: "layout-shift", buffered: true })
  })
}

interface Moved {
  value: number
  hadRecentInput: boolean
}

function shiftOf(page: Page): Promise<number> {
  return page.evaluate(() => (window as unknown as WithShift).shift)
}
