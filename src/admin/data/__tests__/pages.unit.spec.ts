import { sourceFiles } from "../../__tests__/source-files"

const FILES = sourceFiles(/\.tsx$/)

describe("a page behind the last one", () => {
  it("leads to the last one in every list with pages, and is never shown as an empty list", () => {
    const led = FILES.filter(({ code }) => code.includes("useExistingPage("))
    const lists = FILES.filter(({ code }) => code.includes("Table.Pagination"))
    const folders = lists.map(({ file }) => file.split("/")[0])
    expect(folders.sort()).toEqual(["orders", "returns", "stock"])
    const left = folders.filter((name) => led.every(({ file }) => !file.includes(`${name}/`)))
    expect(left).toEqual([])
  })
})
