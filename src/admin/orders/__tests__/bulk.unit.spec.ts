import type { AdminWalmartOrder } from "../../../types/http"
import { retryOrders } from "../bulk/bulk"

/** What Node, and most proxies, take of a request's first lines. */
const MOST_ADDRESS = 8_000

const troubled = Array.from({ length: 600 }, (_, at) => ({
  ...{ id: `wmo_01KB2${String(at).padStart(21, "0")}`, import_status: "imported" },
  update_counts: { needs_attention: 1 },
})) as AdminWalmartOrder[]

describe("orders that are sent again together", () => {
  const before = globalThis.fetch

  afterEach(() => void Object.assign(globalThis, { fetch: before }))

  it("are named in addresses that servers take, however many are chosen", async () => {
    const asked: string[] = []
    const fetch = async (address: string, { method }: RequestInit) => {
      asked.push(address)
      const ids = new URL(address, "http://desk").searchParams.get("walmart_order_id")?.split(",")
      return Response.json(
        method === "POST"
          ? { retried: 100, results: [], remaining: 0 }
          : { updates: ids?.map((id) => ({ id })) }
      )
    }
    Object.assign(globalThis, { fetch, __BACKEND_URL__: "", __AUTH_TYPE__: "session" })
    expect(await retryOrders(troubled)).toEqual({ done: 600, refusals: [] })
    expect(Math.max(...asked.map((address) => address.length))).toBeLessThan(MOST_ADDRESS)
  })
})
