import type { Browser, BrowserContext } from "playwright-core"
import { openBrowser, openWindow, type Theme, type Screen, listen } from "./browser"
import { cancelingTests } from "./canceling"
import { correctingTests } from "./correcting"
import { looksTests } from "./looks"
import { ordersPageTests } from "./orders-page"
import { quietTests } from "./quiet"
import { settingsTests } from "./settings"
import { shippingTests } from "./shipping"
import { shoot } from "./screenshots"
import { Shop } from "./shop"
import type { OwnStore } from "../helpers/own-store"
import { Staff } from "./staff"

/** What the tests share: one store and one browser, in which somebody has logged in. */
export interface Desk {
  shop: Shop
  store: OwnStore
  /** Opens a page of somebody who is logged in, and closes it when the work is done; keeps a picture of what went wrong. */
  sit(name: string, work: (staff: Staff) => Promise<void>, look?: Look): Promise<void>
}

/** A theme and a screen. */
export interface Look {
  theme?: Theme
  screen?: Screen
}

describe("the admin, used as a person would", () => {
  let shop: Shop
  let browser: Browser
  let session: Awaited<ReturnType<BrowserContext["storageState"]>>
  /** One window a look, so that the dashboard's files are loaded once for each. */
  const windows = new Map<string, BrowserContext>()

  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([Shop.open(), openBrowser()])
    const context = await openWindow(browser)
    await new Staff(await context.newPage(), shop.store.url).logIn()
    session = await context.storageState()
    await context.close()
  }, 300_000)

  afterAll(async () => {
    await browser.close()
    await shop.store.close()
  })

  const desk: Desk = {
    get shop() {
      return shop
    },
    get store() {
      return shop.store
    },
    async sit(name, work, look = {}) {
      const key = `${look.theme}-${look.screen}`
      const context = windows.get(key) ?? (await openWindow(browser, look, session))
      windows.set(key, context)
      const page = await context.newPage()
      const said = listen(page)
      try {
        await work(new Staff(page, shop.store.url))
        expect(said).toEqual([])
      } catch (error) {
        await shoot(page, `failed-${name}`)
        throw error
      } finally {
        await page.close()
      }
    },
  }

  shippingTests(desk)
  cancelingTests(desk)
  correctingTests(desk)
  ordersPageTests(desk)
  settingsTests(desk)
  quietTests(desk)
  looksTests(desk)
})
