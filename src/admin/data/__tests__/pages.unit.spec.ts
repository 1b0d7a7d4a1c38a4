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

describe("a page of the menu that is left open", () => {
  const lists = FILES.filter(
    ({ file, code }) =>
      /routes\/walmart\/.*page\.tsx$/.test(file) && !/performance/.test(file) && code
  )

  it("says beside every list what holds an account up, or nothing would seem to be wrong", () => {
    expect(lists).toHaveLength(3)
    expect(lists.filter(({ code }) => !code.includes("<AccountsBanner"))).toEqual([])
  })

  it("has numbers and rows asked for again with each other", () => {
    const counted = sourceFiles(/use-[a-z-]+\.ts$/).filter(({ code }) =>
      /queryKey: keys\.(countsOf|returnCounts)/.test(code)
    )
    expect(counted).toHaveLength(2)
    for (const { file, code } of counted)
      expect([file, code.match(/use(Counts)?Follow\(/g)?.length]).toEqual([file, 2])
  })
})
