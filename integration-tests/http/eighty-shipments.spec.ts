import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { entryOf, isToShip, shipmentsOf } from "../../src/admin/orders/ship-list/list-shipments"
import { inLanes } from "../../src/admin/orders/ship-list/in-lanes"
import { parseList } from "../../src/admin/orders/ship-list/parse-list"
import { checkShipments, ship } from "../../src/admin/orders/ship/ship"
import { ADMIN } from "../../testing/seed"
import { upsNumber } from "../../testing/ups-number"
import { storeSuite, waitFor } from "../helpers/store"

/* What a morning's list costs, counted instead of timed: the same on every machine. */

const ROWS = 80

/** Parcels at a time, as the screen has them. */
const LANES = 3

/** Two of Medusa's own routes, and the check before them. */
const MOST_REQUESTS_A_ROW = 3

/** All statements of store and plugin, from the row's check until Walmart shows the parcel. */
const MOST_STATEMENTS_A_ROW = 300

/** The parcel's call, and a read of its order before each check and call. */
const MOST_CALLS_A_ROW = 5

storeSuite("A morning's list", (store) => {
  const before = globalThis.fetch
  const asked: string[] = []

  /** The screens' own calls, made by whoever is logged in. */
  const sitDown = async () => {
    const { token } = await store.post<{ token: string }>("/auth/user/emailpass", ADMIN)
    const desk = (address: string, request: RequestInit) => {
      if (!address.startsWith("/admin/")) return before(address, request)
      asked.push(`${request.method} ${address.split("?")[0]}`)
      const headers = { ...request.headers, authorization: `Bearer ${token}` }
      return before(`${store["http"].defaults.baseURL}${address}`, { ...request, headers })
    }
    Object.assign(globalThis, { fetch: desk, __BACKEND_URL__: "", __AUTH_TYPE__: "session" })
  }

  afterEach(() => void Object.assign(globalThis, { fetch: before }))

  it("of eighty numbers ships each parcel once, at a bounded number of requests, statements and calls a row", async () => {
    const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
    const orders = Array.from({ length: ROWS }, () => store.simulateOrder({ lines }))
    expect(await store.importAll()).toBeNull()
    await store.sendingEnds()
    await sitDown()
    const numbers = new Map(orders.map(({ purchaseOrderId: po }) => [po, upsNumber()]))
    const text = [...numbers].map((row) => row.join("\t")).join("\n")
    const shipments = shipmentsOf(parseList(`Order\tTracking number\n${text}`).rows)
    const { shipments: checks } = await checkShipments(shipments.map(({ wanted }) => wanted))
    const entries = shipments.map((shipment, place) => entryOf(shipment, checks[place]))
    expect(entries.filter(isToShip)).toHaveLength(ROWS)
    const calls = () => store.simulator().control.requests("/v3/").length
    const callsBefore = calls()
    let statements = 0
    const db = store.container().resolve(ContainerRegistrationKeys.PG_CONNECTION)
    const count = () => void statements++
    db.on("query", count)
    const outcomes: string[] = []
    await inLanes(entries, {
      ...{ lanes: LANES, subjectOf: ({ wanted }) => wanted.order },
      run: async ({ wanted }) => void outcomes.push((await ship(wanted, null)).kind),
    })
    const shipped = () => store.ledger().filter(({ effect }) => effect === "shipped")
    await waitFor("all parcels at Walmart", () => shipped().length >= ROWS, { timeoutMs: 300_000 })
    await store.sendingEnds()
    db.off("query", count)
    expect(outcomes).toEqual(Array<string>(ROWS).fill("shipped"))
    expect(
      shipped().map(({ purchaseOrderId, trackingNumber }) => [purchaseOrderId, trackingNumber])
    ).toHaveLength(ROWS)
    expect(
      new Map(shipped().map((one) => [one.purchaseOrderId, String(one.trackingNumber)]))
    ).toEqual(numbers)
    expect({ requests: (asked.length - 1) / ROWS }).toEqual({ requests: MOST_REQUESTS_A_ROW })
    expect(statements / ROWS).toBeLessThanOrEqual(MOST_STATEMENTS_A_ROW)
    expect((calls() - callsBefore) / ROWS).toBeLessThanOrEqual(MOST_CALLS_A_ROW)
  })
})
