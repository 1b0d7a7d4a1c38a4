import { logger } from "@medusajs/framework/logger"
import { Modules } from "@medusajs/framework/utils"
import {
  createStockLocationsWorkflow,
  linkSalesChannelsToStockLocationWorkflow,
} from "@medusajs/medusa/core-flows"
import type { AdminWalmartStatusResponse } from "../../src/types/http"
import { JOB_RUNS } from "../../src/recurring/job-runs"
import { storeSuite } from "../helpers/store"

const MISTYPED = {
  ...{ salesChannelId: "sc_none", regionId: "reg_none", stockLocationId: "sloc_none" },
  ...{ shippingOptions: [{ id: "so_none" }], carrierMap: { so_none: "UPS" } },
}

/** An account whose imports begin later. */
const LATER = {
  ...{ id: "later", clientId: "later-client", clientSecret: "later-secret" },
  importFrom: "2099-01-01",
}

const SECOND = { id: "second", clientId: "second-client", clientSecret: "second-secret" }

storeSuite(
  "A store beside the plugin's options",
  (store) => {
    const status = () => store.get<AdminWalmartStatusResponse>("/admin/walmart/status")

    it("is polled although the options name what it does not have, and the status names all of it", async () => {
      expect(await store.importAll()).toBeNull()
      const { connected, notes, message } = await status()
      expect(connected).toBe(true)
      expect(notes).toHaveLength(2)
      for (const id of ["sc_none", "reg_none", "sloc_none", "so_none"]) {
        expect(notes[0].text).toMatch(new RegExp(`^Account "main": .*"${id}"`))
      }
      expect(message).toContain(notes[0].text)
    })

    it("is said to need stockLocationId once a second location serves the sales channel, once in the log", async () => {
      const logged: unknown[] = []
      const warned = jest.spyOn(logger, "warn").mockImplementation((text) => void logged.push(text))
      await linkSecondLocation()
      const { notes } = await status()
      const texts = notes.map(({ text }) => text)
      const [note] = texts.filter((text) => text.startsWith('Account "second"'))
      expect(note).toMatch(/has 2 stock locations.*until stockLocationId says.*Warehouse.*Outlet/)
      await JOB_RUNS.poll(store.container())
      await JOB_RUNS.poll(store.container())
      warned.mockRestore()
      expect(logged.filter((text) => text === `Walmart: ${note}`)).toHaveLength(1)
    })

    it("is said to import nothing of an account yet whose imports begin in the future, and is polled nevertheless", async () => {
      expect(await store.importAll()).toBeNull()
      const { notes } = await status()
      const [note] = notes.filter(({ text }) => text.startsWith('Account "later"'))
      expect(note.text).toMatch(/Nothing ordered before 2099-01-01 00:00 UTC is imported/)
    })

    async function linkSecondLocation(): Promise<void> {
      const container = store.container()
      const [{ default_sales_channel_id: channel }] = await container
        .resolve(Modules.STORE)
        .listStores()
      const locations = [{ name: "Outlet", address: { address_1: "1 Way", country_code: "us" } }]
      const { result } = await createStockLocationsWorkflow(container).run({ input: { locations } })
      const input = { id: result[0].id, add: [channel ?? ""] }
      await linkSalesChannelsToStockLocationWorkflow(container).run({ input })
    }
  },
  { account: MISTYPED, moreAccounts: [SECOND, LATER] }
)
