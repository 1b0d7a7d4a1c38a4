import { parseFeedList, parseFeedPage, parseFeedReceipt } from "../feed-schema"

const item = (sku: string, ingestionStatus: string, said?: string) => ({
  ...{ martId: 0, sku, ingestionStatus },
  ingestionErrors: said ? { ingestionError: [{ code: "X", description: said }] } : {},
})

describe("a page of a feed", () => {
  it("has what became of each item, with Walmart's words", () => {
    const itemIngestionStatus = [
      item("A", "SUCCESS"),
      item("B", "DATA_ERROR", "No such SKU"),
      item("C", "TIMEOUT_ERROR"),
      item("D", "INPROGRESS"),
      item("E", "LATER_KIND"),
    ]
    const page = parseFeedPage({
      ...{ feedId: "1@2", feedStatus: "PROCESSED", itemsReceived: 5 },
      itemDetails: { itemIngestionStatus },
    })
    expect(page).toMatchObject({ state: "processed", said: null, received: 5 })
    expect(page.items).toEqual([
      { sku: "A", outcome: "applied", said: null },
      { sku: "B", outcome: "refused", said: "No such SKU" },
      { sku: "C", outcome: "failed", said: null },
      { sku: "D", outcome: "open", said: null },
      { sku: "E", outcome: "failed", said: null },
    ])
  })

  it("is open until Walmart says that it is not", () => {
    for (const feedStatus of ["RECEIVED", "INPROGRESS", "LATER_KIND"])
      expect(parseFeedPage({ feedStatus })).toMatchObject({ state: "open", items: [] })
    const ingestionErrors = { ingestionError: [{ code: "INVALID_FEED" }] }
    expect(parseFeedPage({ feedStatus: "ERROR", ingestionErrors })).toMatchObject({
      ...{ state: "error", said: "INVALID_FEED" },
    })
  })

  it("is unreadable without a status", () => {
    expect(() => parseFeedPage({ feedId: "1@2" })).toThrow(/feedStatus/)
  })
})

describe("other answers about feeds", () => {
  it("are the id of the one that was taken, and the list with the names of files", () => {
    expect(parseFeedReceipt({ feedId: "1@2" })).toBe("1@2")
    const feed = [{ feedId: "1@2", fileName: "a.json", feedDate: 1790000000000 }, { feedId: "3@4" }]
    expect(parseFeedList({ results: { feed } })).toEqual([
      { feedId: "1@2", fileName: "a.json", receivedAt: 1790000000000 },
      { feedId: "3@4", fileName: null, receivedAt: null },
    ])
    expect(parseFeedList({})).toEqual([])
  })
})
