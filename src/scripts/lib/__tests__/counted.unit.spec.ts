import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { counted } from "../counted"

it("one thing is counted in other words than none or several", () => {
  const said = [0, 1, 2].map((count) =>
    counted(count, "order was compared", "orders were compared")
  )
  expect(said).toEqual(["0 orders were compared", "1 order was compared", "2 orders were compared"])
})

it("no script writes the words for several after a number by itself", () => {
  const folder = join(__dirname, "../..")
  const scripts = readdirSync(folder).filter((file) => file.endsWith(".ts"))
  const fixed = scripts.filter((file) =>
    /\$\{[^}]+\} (orders|updates|figures|more match)\b/.test(
      readFileSync(join(folder, file), "utf8")
    )
  )
  expect(fixed).toEqual([])
})
