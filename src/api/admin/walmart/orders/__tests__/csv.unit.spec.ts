import type { AdminWalmartOrder } from "../../../../../types/http"
import { csvCell, CSV_HEAD, csvLine } from "../csv"

describe("a file of orders", () => {
  it("has a cell for every heading", () => {
    const order = {
      ...{ purchase_order_id: "1796277083022", customer_order_id: "200", account_id: "main" },
      ...{ status: "open", sync_status: "in_sync", import_status: "imported", total: 1050 },
      ...{ currency_code: "usd", discrepancies: [], attention: null, import_error: null },
      lines: [
        { quantity: 2, sku: "MUG-1" },
        { quantity: 1, sku: 'A "B"' },
      ],
      order: { id: "order_1", display_id: 12, status: "pending" },
    } as unknown as AdminWalmartOrder
    const line = csvLine(order)
    expect(line).toMatch(/^12,1796277083022,200,main,open,.*10\.50,USD,no,\r\n$/)
    expect(line).toContain('"2 x MUG-1; 1 x A ""B"""')
    const quoted = line.replace(/"(""|[^"])*"/g, "x")
    expect(quoted.split(",")).toHaveLength(CSV_HEAD.split(",").length)
  })

  it("has amounts with the decimals of their currency", () => {
    const pesos = { lines: [], discrepancies: [], total: 499_000, currency_code: "clp" }
    const line = csvLine(pesos as unknown as AdminWalmartOrder)
    expect(line).toMatch(/,4990,CLP,/)
  })

  it("runs no formula in a spreadsheet", () => {
    expect(["=1+1", "+1", "-1", "@a"].map(csvCell)).toEqual(["'=1+1", "'+1", "'-1", "'@a"])
    expect(["＝1+1", "＋1", "－1", "＠a"].map(csvCell)).toEqual(["'＝1+1", "'＋1", "'－1", "'＠a"])
    expect(["\t=1", "\r=1", "\n=1"].map(csvCell)).toEqual(["'\t=1", '"\'\r=1"', '"\'\n=1"'])
    expect([csvCell(-5), csvCell(null), csvCell('a,"b"')]).toEqual(["-5", "", '"a,""b"""'])
  })
})
