import type { InventoryPage } from "../../../walmart/api/schemas/schemas"
import { walmartSkus } from "../walmart-skus"

/** Walmart's pages by the cursor that asks for them; the first has none. */
function listing(pages: Record<string, { skus: string[]; next: string | null; of?: number }>) {
  const asked: string[] = []
  const listInventories = async (cursor = ""): Promise<InventoryPage> => {
    asked.push(cursor)
    const { skus, next, of = null } = pages[cursor]
    return {
      ...{ nextCursor: next, totalCount: of },
      skus: skus.map((sku) => ({ sku, shipNodes: ["1"] })),
    }
  }
  return { asked, listInventories }
}

const namesIn = (found: Awaited<ReturnType<typeof walmartSkus>>) =>
  "skus" in found ? found.skus.map(({ sku }) => sku) : found.problem.message

describe("Walmart's SKUs of a seller", () => {
  it("are read page by page, each once", async () => {
    const pages = { "": { skus: ["A", "B"], next: "2" }, "2": { skus: ["B", "C"], next: null } }
    const found = await walmartSkus(listing(pages))
    expect(found).toMatchObject({ isWhole: true })
    expect(namesIn(found)).toEqual(["A", "B", "C"])
  })

  it("end where Walmart's count does, when its last cursor leads back", async () => {
    const pages = { "": { skus: ["A"], next: "2", of: 2 }, "2": { skus: ["B"], next: "2", of: 2 } }
    const walmart = listing(pages)
    expect(await walmartSkus(walmart)).toMatchObject({ isWhole: true })
    expect(walmart.asked.length).toBeLessThan(5)
  })

  it("that go round before their count are a problem, and are not asked for ever", async () => {
    const pages = { "": { skus: ["A"], next: "2", of: 9 }, "2": { skus: ["B"], next: "2", of: 9 } }
    const walmart = listing(pages)
    expect(namesIn(await walmartSkus(walmart))).toMatch(/list goes round/)
    expect(walmart.asked.length).toBeLessThan(5)
  })

  it("are not all read when there are more than someone waits for", async () => {
    let page = 0
    const listInventories = async (): Promise<InventoryPage> => {
      page++
      const skus = [{ sku: `SKU-${page}`, shipNodes: [] }]
      return { nextCursor: String(page), totalCount: null, skus }
    }
    expect(await walmartSkus({ listInventories })).toMatchObject({ isWhole: false })
    expect(page).toBe(40)
  })
})
