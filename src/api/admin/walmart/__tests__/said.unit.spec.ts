import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"

const TYPES = join(__dirname, "../../../../types")

/** What Medusa refused is said by Medusa, in English. */
const MEDUSAS_OWN = ["AdminWalmartSetupResponse"]

it("whatever the API says is wrong has its sentences beside it, so that the admin can say it in every language", () => {
  const files = readdirSync(TYPES, { recursive: true, encoding: "utf8" })
  const code = files
    .filter((file) => file.endsWith(".ts"))
    .map((file) => readFileSync(join(TYPES, file), "utf8"))
    .join("\n")
  const wordless = [...code.matchAll(/export interface (\w+)[^{]*\{(.*?)\n\}/gs)].flatMap(
    ([, name = "", body = ""]) =>
      [...body.matchAll(/^ +(problem|obstacle|warning): string \| null/gm)]
        .filter(([, field]) => !body.includes(`${field}_words:`))
        .map(([, field]) => `${name}.${field}`)
  )
  expect(wordless.filter((place) => !MEDUSAS_OWN.includes(place.split(".")[0] ?? ""))).toEqual([])
})
