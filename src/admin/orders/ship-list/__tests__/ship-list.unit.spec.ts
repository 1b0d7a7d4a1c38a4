import type { AdminWalmartShipmentCheck, WalmartText } from "../../../../types/http"
import { columnsOf } from "../headings"
import {
  afterShipping,
  countsOf,
  entryOf,
  isAllShipped,
  isHeadingMissed,
  isToShip,
  shipmentsOf,
} from "../list-shipments"
import { parseList } from "../parse-list"

const ROW = { carrier: "", url: "", items: null, units: null }

describe("a list of numbers", () => {
  it("is read as it is pasted from a spreadsheet, with or without a heading", () => {
    const rows = [
      { ...ROW, line: 1, order: "1088000001", number: "1Z1" },
      { ...ROW, line: 2, order: "#12", number: "1Z2" },
    ]
    const bare = parseList("1088000001\t1Z1\n#12\t1Z2\n")
    expect(bare).toEqual({ rows, faults: [], heading: "none" })
    const headed = parseList("Order\tTracking number\r\n1088000001\t1Z1\r\n\r\n#12\t1Z2")
    expect(headed.rows).toEqual([
      { ...rows[0], line: 2 },
      { ...rows[1], line: 4 },
    ])
    expect(parseList("1088000001 1Z1\n#12   1Z2").rows).toEqual(rows)
  })

  it("has its columns where a heading says, in a CSV of any spreadsheet", () => {
    const commas = parseList(
      '\uFEFFCarrier,Tracking No,"Order number","Tracking link"\nAcme,"A,1",="1088",https://a.example/1'
    )
    expect(commas.rows).toEqual([
      {
        line: 2,
        order: "1088",
        number: "A,1",
        carrier: "Acme",
        url: "https://a.example/1",
        items: null,
        units: null,
      },
    ])
    const perItem = parseList("order;tracking;sku;qty\n1088;1Z1;MUG-1;2")
    expect(perItem.rows).toMatchObject([{ items: [{ sku: "MUG-1", quantity: 2 }] }])
  })

  it("has its columns right in the order file of Seller Center, and takes no phone number for a tracking number", () => {
    const heading =
      "PO#,Order#,Order Date,Ship By,Delivery Date,Customer Name,Customer Shipping Address,Customer Phone Number,Line#,UPC,Status,Item Description,Shipping Method,Qty,SKU,Item Cost,Shipping Cost,Tax,Update Status,Update Qty,Carrier,Tracking Number,Tracking Url,Seller Order NO"
    const row =
      '1088,2000,2026-11-28,2026-11-29,2026-12-02,Ann Lee,"1 Main St,\nTroy, NY",5550100,1,12,Acknowledged,Blue Mug 5" wide,Value,3,MUG-1,1,0,0,Shipped,2,UPS,1Z1,https://ups.example/1Z1,77'
    expect(parseList(`${heading}\r\n${row.replace("\n", "\r\n")}\r\n`)).toEqual({
      rows: [
        {
          ...{ line: 2, order: "1088", number: "1Z1", carrier: "UPS" },
          url: "https://ups.example/1Z1",
          items: [{ sku: "MUG-1", quantity: 2 }],
          units: null,
        },
      ],
      faults: [],
      heading: "named",
    })
  })

  it.each([
    ["Order - Number,Order - Date,Carrier - Service Selected,Shipment - Tracking Number", 0, 3, 2],
    ["Order Date,Order Number,Order Tracking Number,Item Name", 1, 2, -1],
    ["Customer Order ID,Phone Number,Carrier Name,Carrier Tracking Number", 0, 3, 2],
    ["Bestellung,Datum,Paketdienst,Sendungsnummer", 0, 3, 2],
    ["Fecha del pedido,Pedido,Número de guía,Transportista", 1, 2, 3],
    ["Commande,Transporteur,Numéro de suivi,Quantité", 0, 2, 1],
    ["注文日,注文番号,配送業者,追跡番号", 1, 3, 2],
    ["Walmart PO,Tracking Status,AWB,Notes", 0, 2, -1],
  ])("finds its columns by the headings %s", (heading, order, number, carrier) => {
    const columns = columnsOf(heading.split(","))
    expect(["order", "number", "carrier"].map((name) => columns.indexOf(name as never))).toEqual([
      ...[order, number, carrier],
    ])
  })

  it.each([
    ["PO,Return Tracking Number,Tracking Number", 2, -1],
    ["Pedido,Guía de devolución,Número de guía", 2, -1],
    ["Bestellung,Retouren-Sendungsnummer,Sendungsnummer", 2, -1],
    ["Name,Order,Tracking Company,Tracking Number", 3, 2],
    ["Order,Tracking Provider,Tracking Number", 2, 1],
    ["Order,Tracking Type,Tracking Number", 2, -1],
    ["Order,Phone Number,Carrier Tracking ID", 2, -1],
  ])("takes no other number for that of the parcel under %s", (heading, number, carrier) => {
    const columns = columnsOf(heading.split(","))
    expect(["number", "carrier"].map((name) => columns.indexOf(name as never))).toEqual([
      number,
      carrier,
    ])
  })

  it.each([
    "Order - Number,Shipment - Tracking Number,Item - SKU,Item - Qty",
    "Order Number,Tracking Number,Item SKU,Item Quantity",
    "Bestellnummer,Sendungsnummer,Artikelnummer,Menge",
    "Bestellung,Sendungsnummer,Artikel-Nr.,Stückzahl",
    "Commande,Numéro de suivi,UGS,Qté",
    "注文番号,追跡番号,商品コード,個数",
  ])("counts the units of an item under %s", (heading) => {
    expect(parseList(`${heading}\n1088,1Z1,MUG-1,2`)).toMatchObject({
      rows: [{ order: "1088", number: "1Z1", items: [{ sku: "MUG-1", quantity: 2 }] }],
      faults: [],
    })
  })

  it.each([
    ["a title", "Shipments of today\n"],
    ["a title with its date", "Walmart, 2026-11-30\n"],
    ["a title and blank lines", "Shipments\n\n,,,\n\n"],
    ["a title in cells of its own", '"Shipments, November",,,\nMy shop,,,\n'],
    ["words beside their values", "Store:,My shop\nExported by,Ann Lee\n"],
    ["blank lines", "\r\n\r\n"],
  ])("has its columns where a heading says that stands below %s", (_what, above) => {
    const text = `${above}Carrier,Tracking,Order,SKU,Qty\nUPS,1Z1,1088,MUG-1,2`
    const line = text.split(/\r\n|\n/).length
    expect(parseList(text)).toEqual({
      ...{ faults: [], heading: "named" },
      rows: [
        {
          ...{ line, order: "1088", number: "1Z1", carrier: "UPS", url: "", units: null },
          items: [{ sku: "MUG-1", quantity: 2 }],
        },
      ],
    })
  })

  it("has columns of tabs below a title that has commas", () => {
    const { rows } = parseList("Shipments, November\nTracking\tOrder\n1Z1\t1088")
    expect(rows).toMatchObject([{ order: "1088", number: "1Z1" }])
  })

  it("drops no row in silence that stands above its headings and could be a parcel", () => {
    const { rows, faults } = parseList("1087,1Z0\nTracking,Order\n1Z1,1088")
    expect(rows).toMatchObject([{ order: "1088", number: "1Z1" }])
    expect(faults).toEqual([{ line: 1, text: "1087,1Z0", fault: "aboveHeading" }])
  })

  it("says whether its columns were found by their headings", () => {
    const found = (text: string) => parseList(text).heading
    expect(found("Order,Tracking\n1088,1Z1")).toBe("named")
    expect(found("Reference,Label\n1088,1Z1")).toBe("unknown")
    expect(found("1088,1Z1")).toBe("none")
    expect(found("1088 1Z1")).toBe("none")
  })

  it("looks for headings in its first rows only", () => {
    const rows = Array.from({ length: 20 }, (_, row) => `${row}1088,1Z${row}`).join("\n")
    expect(parseList(`${rows}\nTracking,Order\n1Z1,1088`).heading).toBe("none")
  })

  it("never takes a row of wide digits for a heading", () => {
    expect(parseList("１０８８\t１Ｚ１").rows).toEqual([
      { ...ROW, line: 1, order: "1088", number: "1Z1" },
    ])
  })

  it("is not swallowed by a quote that nothing closes", () => {
    const { rows } = parseList('order,tracking,carrier\n1,1Z1,"UPS\n2,1Z2,UPS\n3,1Z3,UPS')
    expect(rows.map(({ order }) => order)).toEqual(["1", "2", "3"])
  })

  it("names units in a fourth column, and says which row does so unclearly", () => {
    const { rows, faults } = parseList(
      "1,1Z1,UPS,2 x MUG-1; 1 × SHIRT\n2,1Z2,,MUG-1: 3\n3,1Z3,,some mugs"
    )
    expect(rows.map(({ items }) => items)).toEqual([
      [
        { sku: "MUG-1", quantity: 2 },
        { sku: "SHIRT", quantity: 1 },
      ],
      [{ sku: "MUG-1", quantity: 3 }],
    ])
    expect(faults).toEqual([{ line: 3, text: "3,1Z3,,some mugs", fault: "items" }])
  })

  it("is not trusted where a number is missing or was shortened by a spreadsheet", () => {
    const { rows, faults } = parseList("1088\t\n\t1Z1\n1.088E+14\t1Z1\n1088\t9.4E+21")
    expect(rows).toEqual([])
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual([
      ...[[1, "noNumber"] as const, [2, "noOrder"] as const],
      ...[[3, "shortened"] as const, [4, "shortened"] as const],
    ])
  })

  it.each([
    ["a label of USPS, of which a spreadsheet kept 15 digits", "9400111206206400000000", true],
    ["the same with its own digits", "9400111206206406260787", false],
    ["a number that ends in a few zeros", "986578788850000", false],
  ])("is not trusted with the zeros of a spreadsheet: %s", (_what, number, isLost) => {
    const { rows, faults } = parseList(`1088,${number}\n1089,1Z1`)
    expect(rows).toHaveLength(isLost ? 1 : 2)
    expect(faults).toMatchObject(isLost ? [{ line: 1, fault: "shortened" }] : [])
  })

  it("is refused row by row where a cell is longer than any of its kind, and the others stay", () => {
    const long = "X".repeat(2_001)
    const text = [`1,${long}`, `${long},1Z2`, "3,1Z3", `4,1Z4,${long}`, `5,1Z5,,1 x ${long}`]
    const { rows, faults } = parseList(text.join("\n"))
    expect(rows.map(({ order }) => order)).toEqual(["3"])
    expect(faults.map(({ line, fault }) => [line, fault])).toEqual(
      [1, 2, 4, 5].map((line) => [line, "tooLong"])
    )
    expect(Math.max(...faults.map((fault) => fault.text.length))).toBeLessThanOrEqual(200)
  })

  it("has no number of units that nobody could count", () => {
    expect(parseList("1,1Z1,,99999999999999999999 x MUG").faults).toMatchObject([
      { fault: "items" },
    ])
  })

  it("is empty for an empty text", () => {
    expect(parseList(" \n\n")).toEqual({ rows: [], faults: [], heading: "none" })
  })
})

describe("rows as shipments", () => {
  it("are boxes of one shipment where they name an order twice and no items, and else one each", () => {
    const { rows } = parseList("1,A1\n2,B1\n1,A2\n3,C1,,1 x MUG\n3,C2,,1 x MUG")
    expect(shipmentsOf(rows).map(({ lines, wanted }) => [lines, wanted.labels.length])).toEqual([
      [[1, 3], 2],
      [[2], 1],
      [[4], 1],
      [[5], 1],
    ])
  })

  it("are one parcel with all of its items where a file has a row an item", () => {
    const { rows } = parseList(
      "order,tracking,sku,qty\n1,A1,MUG,2\n1,A1,SHIRT,1\n1,A2,CAP,1\n2,A1,MUG,1\n1,A1,MUG,1"
    )
    expect(shipmentsOf(rows).map(({ lines, wanted }) => [lines, wanted.items])).toEqual([
      [
        [2, 3, 6],
        [
          { sku: "MUG", quantity: 2 },
          { sku: "SHIRT", quantity: 1 },
          { sku: "MUG", quantity: 1 },
        ],
      ],
      [[4], [{ sku: "CAP", quantity: 1 }]],
      [[5], [{ sku: "MUG", quantity: 1 }]],
    ])
    expect(shipmentsOf(rows).every(({ wanted }) => wanted.labels.length === 1)).toBe(true)
    expect(rows[0].items).toHaveLength(1)
  })

  it("are one parcel of a row that is there twice, and say which row is the same again", () => {
    const heading = "order,tracking,line,sku,qty"
    const twice = parseList(`${heading}\n1,A1,1,MUG,1\n1,A1,2,SHIRT,1\n1,A1,1,MUG,1`)
    const [shipment] = shipmentsOf(twice.rows)
    expect([shipment.lines, shipment.repeated]).toEqual([[2, 3, 4], [4]])
    const ofTwoLines = parseList(`${heading}\n1,A1,1,MUG,1\n1,A1,2,MUG,1`)
    expect(shipmentsOf(ofTwoLines.rows).map(({ repeated }) => repeated)).toEqual([[]])
  })

  it.each([
    ["only its first row names", "UPS", ""],
    ["only its second row names", "", "UPS"],
    ["its rows spell differently", "UPS", "ups"],
  ])("are one parcel of the carrier that %s", (_how, first, second) => {
    const { rows } = parseList(
      `order,tracking,carrier,sku,qty\n1,A1,${first},MUG,2\n1,A1,${second},SHIRT,1`
    )
    expect(shipmentsOf(rows).map(({ lines, wanted }) => [lines, wanted.carrier])).toEqual([
      [[2, 3], "UPS"],
    ])
  })

  it("are two parcels where two carriers are named", () => {
    const { rows } = parseList("order,tracking,carrier,sku,qty\n1,A1,UPS,MUG,2\n1,A1,FedEx,SHIRT,1")
    expect(shipmentsOf(rows)).toHaveLength(2)
  })

  it("are as many shipments as the server's limit of boxes makes", () => {
    const { rows } = parseList(Array.from({ length: 201 }, (_, box) => `1,A${box}`).join("\n"))
    expect(shipmentsOf(rows).map(({ wanted }) => wanted.labels.length)).toEqual([100, 100, 1])
  })
})

function said(text: string): WalmartText {
  return { text, words: [] }
}

function check(changes: Partial<AdminWalmartShipmentCheck>): AdminWalmartShipmentCheck {
  return {
    ...{ order: null, state: "ready", fulfillment_id: null, items: [], location_id: null },
    ...{ known_fulfillment_ids: [], choices: [], checks: [], refusals: [] },
    ...{ concerns: [], asked_lines: [] },
    ...changes,
  }
}

describe("a shipment of the list", () => {
  const [shipment] = shipmentsOf(parseList("1,A1").rows)

  it("is shipped when it is ready or confirmed, and again when it failed, and never when it was shipped", () => {
    const ready = entryOf(shipment, check({}))
    expect([ready.state, isToShip(ready)]).toEqual(["ready", true])
    const known = entryOf(shipment, check({ state: "shipped" }))
    expect([known.state, isToShip(known)]).toEqual(["known", false])
    const asked = entryOf(shipment, check({ concerns: [said("Also on another order.")] }))
    expect([asked.state, isToShip(asked), asked.why]).toEqual([
      ...["asks", false, [said("Also on another order.")]],
    ])
    expect(isToShip({ ...asked, isConfirmed: true })).toBe(true)
    expect(isToShip({ ...ready, state: "failed" })).toBe(true)
    const refused = entryOf(shipment, check({ state: "refused", refusals: [said("No.")] }))
    expect([isToShip(refused), refused.why]).toEqual([false, [said("No.")]])
  })

  it("is asked about where its rows count other units than would leave", () => {
    const item = { line_number: "1", line_item_id: null, sku: "MUG", product_name: "Mug" }
    const of = (quantity: number) => check({ items: [{ ...item, thumbnail: null, quantity }] })
    const counted = (text: string) =>
      shipmentsOf(parseList(`order,tracking,line,qty\n${text}`).rows)
    const [part] = counted("1,A1,1,2")
    expect(part.wanted.items).toBeUndefined()
    expect([entryOf(part, of(5)).state, entryOf(part, of(2)).state]).toEqual(["asks", "ready"])
    const [both] = counted("1,A1,1,2\n1,A1,2,3.0")
    expect([entryOf(both, of(5)).state, entryOf(both, of(6)).state]).toEqual(["ready", "asks"])
    for (const uncounted of ["1,A1,1,", "1,A1,1,a few", "1,A1,1,2\n1,A1,2,"]) {
      const [one] = counted(uncounted)
      expect(entryOf(one, of(5)).state).toBe("ready")
    }
    expect(isToShip({ ...entryOf(part, of(5)), isConfirmed: true })).toBe(true)
  })

  it("is asked about where one of its rows is there twice", () => {
    const [twice] = shipmentsOf(parseList("1,A1,,1 x MUG\n1,A1,,1 x MUG").rows)
    const entry = entryOf(twice, check({}))
    expect([entry.state, isToShip(entry)]).toEqual(["asks", false])
    expect(isToShip({ ...entry, isConfirmed: true })).toBe(true)
  })

  it("stands as it was answered once it was tried", () => {
    const ready = entryOf(shipment, check({}))
    expect(afterShipping(ready, { kind: "shipped" }).state).toBe("shipped")
    expect(afterShipping(ready, { kind: "known" }).state).toBe("known")
    const refused = check({ state: "refused", refusals: [said("Gone.")] })
    const after = afterShipping(ready, { kind: "refused", check: refused })
    expect([after.state, after.why]).toEqual(["refused", [said("Gone.")]])
    const asking = check({ asked_lines: ["1"] })
    const again = afterShipping({ ...ready, isConfirmed: true }, { kind: "asks", check: asking })
    expect([again.state, isToShip(again)]).toEqual(["asks", false])
    const { faults } = parseList("1,")
    expect(countsOf([ready, after], faults)).toMatchObject({ ready: 1, refused: 1, unreadable: 1 })
  })

  it("says which headings were looked for where none was found and rows are wrong", () => {
    const ready = entryOf(shipment, check({}))
    const refused = entryOf(shipment, check({ state: "refused" }))
    const named = parseList("Order,Tracking\n1,")
    const bare = parseList("1,A1")
    expect(isHeadingMissed([refused], named)).toBe(false)
    expect(isHeadingMissed([ready], bare)).toBe(false)
    expect(isHeadingMissed([ready, refused], bare)).toBe(true)
    expect(isHeadingMissed([], parseList("1,"))).toBe(true)
    expect(isHeadingMissed([ready], parseList("Reference,Label\n1,A1"))).toBe(true)
  })

  it("is forgotten with its list only when nothing of that is left to put right", () => {
    const ready = entryOf(shipment, check({}))
    const [shipped, known] = (["shipped", "known"] as const).map((kind) =>
      afterShipping(ready, { kind })
    )
    const refused = entryOf(shipment, check({ state: "refused" }))
    const asked = entryOf(shipment, check({ concerns: [said("Also on another order.")] }))
    expect(isAllShipped([shipped, known], [])).toBe(true)
    for (const left of [ready, refused, asked])
      expect(isAllShipped([shipped, left], [])).toBe(false)
    expect(isAllShipped([shipped], parseList("1,").faults)).toBe(false)
    expect(isAllShipped([], [])).toBe(false)
  })
})
