import type { BrowserContext } from "playwright-core"
import { listen, openWindow } from "./browser"
import { shoot } from "./screenshots"
import { Shop } from "./shop"
import type { OwnStore } from "../../testing/own-store"
import { Staff } from "./staff"

/** What the tests of a spec share: one store and one browser, in which somebody has logged in. */
export interface Desk {
  shop: Shop
  store: OwnStore
  /** Opens a page of somebody who is logged in, and closes it when the work is done; keeps a picture of what went wrong. */
  sit(name: string, work: (staff: Staff) => Promise<void>): Promise<void>
}

/** The admin of a store of its own, used as a person would. */
export function atDesk(name: string, tests: (desk: Desk) => void): void {
  describe(name, () => {
    let shop: Shop
    let window: BrowserContext

    beforeAll(async () => {
      ;[shop, window] = await Promise.all([Shop.open(), openWindow()])
      const page = await window.newPage()
      await new Staff(page, shop.store.url).logIn()
      await page.close()
    })

    afterAll(async () => {
      await window.close()
      await shop.store.close()
    })

    tests({
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
    })
  })
}
