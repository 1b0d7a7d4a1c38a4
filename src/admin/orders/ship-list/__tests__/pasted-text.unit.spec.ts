import { isWorkbook, textOfFile } from "../file-text"
import { parseList } from "../parse-list"

const SPANISH = "Número de guía;Pedido\n1Z1;1088"

describe("a file of a spreadsheet", () => {
  const utf8 = new TextEncoder().encode(SPANISH)
  const latin = Uint8Array.from(SPANISH, (letter) => letter.charCodeAt(0))
  const utf16 = new Uint8Array(new Uint16Array([0xfeff, ...latin]).buffer)

  it("is read in the code it was saved in, so that its headings are found", () => {
    for (const bytes of [utf8, latin, utf16]) {
      const { rows } = parseList(textOfFile(bytes, "es"))
      expect(rows).toMatchObject([{ order: "1088", number: "1Z1" }])
    }
    expect(
      textOfFile(
        utf16.map((_, at) => utf16[at ^ 1]),
        "es"
      )
    ).toBe(SPANISH)
  })

  it("is read in the code of Japanese computers where the reader's language is theirs", () => {
    const order = Uint8Array.of(0x92, 0x8d, 0x95, 0xb6, 0x94, 0xd4, 0x8d, 0x86)
    expect(textOfFile(order, "ja")).toBe("注文番号")
  })
})

describe("a workbook", () => {
  it("is no list, whatever it is called", () => {
    expect(isWorkbook(Uint8Array.of(0x50, 0x4b, 3, 4, 20))).toBe(true)
    expect(isWorkbook(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1))).toBe(true)
    expect(isWorkbook(new TextEncoder().encode("PK order,tracking"))).toBe(false)
    expect(isWorkbook(new Uint8Array())).toBe(false)
  })
})

describe("a CSV file", () => {
  it.each([
    ["says its separator first", "sep=;\nTracking;Order\n1Z1;1088"],
    ["says it in quotation marks", '\uFEFF"sep=,"\r\nTracking,Order\r\n1Z1,1088'],
    ["has a tab in an address", 'Tracking,Order,Address\n1Z1,1088,"1 Main\tSt"'],
  ])("is read by its columns where it %s", (_what, text) => {
    expect(parseList(text)).toMatchObject({
      rows: [{ order: "1088", number: "1Z1" }],
      faults: [],
    })
  })
})

describe("a number that was copied", () => {
  it.each([
    ["\u202a1088\u202c\t\u200b1Z1\ufeff"],
    ["PO# 1088\t1Z1"],
    ["P.O.: 1088\t1Z1"],
    ["Purchase order 1088\t1Z1"],
    ["1088.0\t1Z1"],
  ])("is the number alone in %j", (text) => {
    expect(parseList(text).rows).toMatchObject([{ order: "1088", number: "1Z1" }])
  })

  it("keeps what belongs to it", () => {
    const orders = parseList("#12\t1Z1\nporder_1\t1Z1\n1088.5\t1Z1").rows
    expect(orders.map(({ order }) => order)).toEqual(["#12", "porder_1", "1088.5"])
  })

  it("may have the gaps that labels print, in a list that was typed by hand", () => {
    const { rows } = parseList("#12 9400 1112 0620 6406 2607 87\n#13 1Z 999 AA1 01 2345 6784 UPS")
    expect(rows).toMatchObject([
      { order: "#12", number: "9400 1112 0620 6406 2607 87", carrier: "" },
      { order: "#13", number: "1Z 999 AA1 01 2345 6784", carrier: "UPS" },
    ])
  })
})
