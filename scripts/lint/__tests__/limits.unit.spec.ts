import { resolve } from "node:path"
import {
  fullFolders,
  importCircles,
  longFunctions,
  measure,
  measureAll,
  summarize,
} from "../measure"

describe("the sources", () => {
  const files = measureAll(resolve(__dirname, "../../.."))

  it("have no file of more than 250 lines", () => {
    expect(files.length).toBeGreaterThan(900)
    expect(files.filter(({ lines }) => lines > 250).map(({ path }) => path)).toEqual([])
  })

  it("have no folder of more than 18 files", () => {
    expect(fullFolders(files, 18)).toEqual([])
  })

  it("have no function of more than 50 lines, components and migrations included", () => {
    expect(longFunctions(files, 50)).toEqual([])
  })

  it("import in no circle, types included", () => {
    expect(importCircles(files)).toEqual([])
  })

  it("are made of small pieces that say what they are", () => {
    const { medianFileLines, medianFunctionLines, documented } = summarize(files)
    expect(medianFileLines).toBeLessThanOrEqual(55)
    expect(medianFunctionLines).toBeLessThanOrEqual(8)
    expect(documented).toBeGreaterThanOrEqual(0.91)
  })
})

describe("a measurement", () => {
  const file = measure(
    "src/a.ts",
    [
      'import type { B } from "./b"',
      'import fs from "node:fs"',
      "",
      "/** Says so. */",
      "export function first() {",
      "  return [1].map((one) => {",
      "    return one",
      "  })",
      "}",
      "",
      "export const SECOND = 2, THIRD = 3",
      "const own = () => 4",
      "",
    ].join("\n")
  )

  it("counts lines without the last line's end", () => {
    expect(file.lines).toBe(12)
  })

  it("finds functions, and callbacks as parts of these", () => {
    expect(file.functions).toEqual([
      { name: "first", line: 5, lines: 5 },
      { name: null, line: 6, lines: 3 },
      { name: "own", line: 12, lines: 1 },
    ])
    expect(summarize([file])).toMatchObject({ functions: 2, medianFunctionLines: 1 })
    expect(longFunctions([file], 3)).toEqual(["5 lines: first (src/a.ts:5)"])
  })

  it("tells exports with a docstring from those without", () => {
    expect(file.exported).toEqual(["first", "SECOND", "THIRD"])
    expect(file.undocumented).toEqual(["SECOND", "THIRD"])
    expect(summarize([file]).documented).toBeCloseTo(1 / 3)
  })

  it("finds a circle of imports by whichever way it leads, also through the file of a folder", () => {
    const back = measure("src/b/index.ts", 'export { a } from "../c"')
    const third = measure("src/c.ts", 'import { first } from "./a"')
    expect(importCircles([file, back])).toEqual([])
    expect(importCircles([file, back, third])).toEqual([
      ["src/a.ts", "src/b/index.ts", "src/c.ts", "src/a.ts"],
    ])
    const folders = ["src/x/a.ts", "src/x/b.ts", "src/c.ts"].map((path) => measure(path, ""))
    expect(fullFolders(folders, 1)).toEqual(["2 files: src/x"])
  })
})
