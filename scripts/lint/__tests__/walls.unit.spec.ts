import { Linter } from "eslint"
import { wallsBetween } from "../walls"

const ROOT = "/house"
const rule = wallsBetween(["src/cellar", "src/hall", "src/hall/closet", "src/attic"], ROOT)

function messagesFor(file: string, code: string): string[] {
  const linter = new Linter({ cwd: ROOT })
  const config = {
    files: ["**/*.ts"],
    plugins: { house: { rules: { walls: rule } } },
    rules: { "house/walls": "error" as const },
  }
  return linter.verify(code, [config], `${ROOT}/${file}`).map(({ message }) => message)
}

describe("the walls between rooms", () => {
  it.each([
    ["src/hall/a.ts", 'import { b } from "./b"'],
    ["src/hall/a.ts", 'import { b } from "../cellar/b"'],
    ["src/hall/closet/a.ts", 'import { b } from "../b"'],
    ["src/attic/steps/a.ts", 'import { b } from "../../hall/closet/b"'],
    ["src/cellar/a.ts", 'import fs from "node:fs"'],
    ["src/cellar/__tests__/a.ts", 'import { b } from "../../attic/b"'],
  ])("let %s have %s", (file, code) => {
    expect(messagesFor(file, code)).toEqual([])
  })

  it.each([
    ["src/cellar/a.ts", 'import { b } from "../hall/b"'],
    ["src/hall/a.ts", 'export { b } from "./closet/b"'],
    ["src/hall/steps/a.ts", 'export * from "../../attic/b"'],
  ])("keep %s from %s, and say what to do", (file, code) => {
    expect(messagesFor(file, code)).toEqual([
      expect.stringMatching(/^src\/\S+ lies below src\/\S+ .* belongs into a room below both\.$/),
    ])
  })

  it("want every file in a room", () => {
    expect(messagesFor("src/garden/a.ts", "")).toEqual([
      "src/garden/a.ts is in no room: add its folder to scripts/lint/rooms.ts.",
    ])
  })
})
