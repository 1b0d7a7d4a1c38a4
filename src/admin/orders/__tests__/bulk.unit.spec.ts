import type { AdminWalmartBulkRetryBody, AdminWalmartOrder } from "../../../types/http"
import { accountsMeant, retryAccounts, retryOrders } from "../bulk/bulk"

/** What Node, and most proxies, take of a request's first lines. */
const MOST_ADDRESS = 8_000

/** Most updates of one answer. */
const PAGE = 500

const ordersWith = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: `wmo_01KB2${String(at).padStart(21, "0")}`, import_status: "imported" },
    update_counts: { needs_attention: 1 },
  })) as AdminWalmartOrder[]

const updatesOf = (count: number) =>
  Array.from({ length: count }, (_, at) => `wmu_${String(at).padStart(5, "0")}`)

/** A server with updates that need attention, those with an id below `refused` for good. */
function aServer(ids: string[], refused = "") {
  const waiting = new Set(ids)
  const tried: string[] = []
  const retry = ({ ids: named, after = "" }: AdminWalmartBulkRetryBody) => {
    const matching = named ?? [...waiting].filter((id) => id > after)
    const page = matching.slice(0, PAGE)
    tried.push(...page)
    const cured = page.filter((id) => id >= refused)
    for (const id of cured) waiting.delete(id)
    const results = page.map((id) => ({ id, message: id < refused ? "No." : null, words: null }))
    const remaining = matching.length - page.length
    return {
      ...{ retried: cured.length, results, remaining },
      after: remaining > 0 ? page.at(-1) : null,
    }
  }
  const list = (query: URLSearchParams) => {
    const offset = Number(query.get("offset"))
    const page = [...waiting].slice(offset, offset + PAGE)
    return { updates: page.map((id) => ({ id })), count: waiting.size }
  }
  const fetch = async (address: string, { method, body }: RequestInit) =>
    Response.json(
      method === "POST"
        ? retry(JSON.parse(String(body)))
        : list(new URL(address, "http://desk").searchParams)
    )
  return { fetch, tried }
}

describe("orders that are sent again together", () => {
  const before = globalThis.fetch

  const ask = (fetch: (address: string, request: RequestInit) => Promise<Response>) =>
    Object.assign(globalThis, { fetch, __BACKEND_URL__: "", __AUTH_TYPE__: "session" })

  afterEach(() => void Object.assign(globalThis, { fetch: before }))

  it("are named in addresses that servers take, however many are chosen", async () => {
    const asked: string[] = []
    ask(async (address, { method }) => {
      asked.push(address)
      const ids = new URL(address, "http://desk").searchParams.get("walmart_order_id")?.split(",")
      return Response.json(
        method === "POST"
          ? { retried: 100, results: [], remaining: 0, after: null }
          : { updates: ids?.map((id) => ({ id })), count: ids?.length }
      )
    })
    expect(await retryOrders(ordersWith(600))).toEqual({ done: 600, refusals: [] })
    expect(Math.max(...asked.map((address) => address.length))).toBeLessThan(MOST_ADDRESS)
  })

  it("are sent again with all of their updates, however many an answer holds", async () => {
    const ids = updatesOf(1_200)
    const { fetch, tried } = aServer(ids)
    ask(fetch)
    expect(await retryOrders(ordersWith(100))).toEqual({ done: 1_200, refusals: [] })
    expect(tried).toEqual(ids)
  })

  it("are sent again though more than an answer holds are refused before them, each once", async () => {
    const ids = updatesOf(1_700)
    const { fetch, tried } = aServer(ids, ids[600])
    ask(fetch)
    const { done, refusals } = await retryAccounts(["main"])
    expect({ done, refused: refusals.length }).toEqual({ done: 1_100, refused: 600 })
    expect(tried).toEqual(ids)
  })

  it("are those of the accounts that are filtered by, else of all, and of nobody while these are not known", () => {
    expect(accountsMeant(["ca"], undefined)).toEqual(["ca"])
    expect(accountsMeant([], [{ id: "main" }, { id: "ca" }])).toEqual(["main", "ca"])
    expect(accountsMeant([], undefined)).toBeNull()
  })
})
