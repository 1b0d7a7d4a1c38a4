import { keptList } from "../list-text"

/** What a browser's tab keeps. */
function aTab() {
  const kept = new Map<string, string>()
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, text: string) => void kept.set(key, text),
    removeItem: (key: string) => void kept.delete(key),
  }
}

const PASTED = { orders: [], isOfChosen: false }
const TWO = { orders: ["1001", "1002"], isOfChosen: true }
const THREE = { orders: ["1003", "1004", "1005"], isOfChosen: true }

describe("a list to ship", () => {
  it("that was pasted outlives a list of chosen orders that is written and shipped", () => {
    const tab = aTab()
    keptList(tab, PASTED).keep("200 rows")
    const chosen = keptList(tab, TWO)
    expect(chosen.text).toBe("1001\t\n1002\t")
    chosen.keep("1001\t1Z\n1002\t1Z")
    expect(keptList(tab, PASTED).text).toBe("200 rows")
    chosen.keep("")
    expect(keptList(tab, PASTED).text).toBe("200 rows")
  })

  it("of chosen orders outlives one of others, and is there again for the same orders", () => {
    const tab = aTab()
    keptList(tab, TWO).keep("1001\t1Z")
    keptList(tab, THREE).keep("1003\t1Z")
    expect(keptList(tab, { ...TWO, orders: ["1002", "1001"] }).text).toBe("1001\t1Z")
    keptList(tab, PASTED).keep("")
    expect(keptList(tab, THREE).text).toBe("1003\t1Z")
  })

  it("of chosen orders is there again after a reload, which forgets what was chosen", () => {
    const tab = aTab()
    keptList(tab, PASTED).keep("200 rows")
    keptList(tab, THREE).keep("1003\t1Z")
    keptList(tab, TWO).keep("1001\t1Z")
    const reloaded = keptList(tab, { orders: [], isOfChosen: true })
    expect(reloaded.text).toBe("1001\t1Z")
    reloaded.keep("")
    expect(keptList(tab, TWO).text).toBe("1001\t\n1002\t")
    expect(keptList(tab, PASTED).text).toBe("200 rows")
  })

  it("is empty where none was kept", () => {
    expect(keptList(aTab(), PASTED).text).toBe("")
    expect(keptList(aTab(), { orders: [], isOfChosen: true }).text).toBe("")
  })
})
