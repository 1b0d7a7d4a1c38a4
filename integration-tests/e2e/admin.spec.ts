import type { Browser, BrowserContext } from "playwright-core"
import { listen, openBrowser, openWindow } from "./browser"
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
  sit(name: string, work: (staff: Staff) => Promise<void>): Promise<void>
}

describe("the admin, used as a person would", () => {
  let shop: Shop
  let browser: Browser
  /** One window for all, so that the dashboard's files are loaded once. */
  let window: BrowserContext

  beforeAll(async () => {
    ;[shop, browser] = await Promise.all([Shop.open(), openBrowser()])
    window = await openWindow(browser)
    const page = await window.newPage()
    await new Staff(page, shop.store.url).logIn()
    await page.close()
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
    async sit(name, work) {
      const page = await window.newPage()
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
