import type { Random } from "../fuzz/random"

type Json = null | boolean | number | string | Json[] | { [name: string]: Json }

/** What may stand where Walmart has something else. */
const STRANGE: Json[] = [
  null,
  true,
  -1,
  0.5,
  1e308,
  9_007_199_254_740_993,
  "",
  "\u0000",
  "left \ud800 alone",
  "\udc00",
  "x".repeat(100_000),
  [],
  {},
  [[]],
  "2026-13-45T99:99:99Z",
  "__proto__",
]

/** A real answer with one to three places changed: dropped, of a wrong type, strange, doubled, or an array instead of an object. */
export function mutated(answer: unknown, random: Random): Json {
  const copy: Json = JSON.parse(JSON.stringify(answer))
  const root: Json = { root: copy }
  for (let changes = random.between(1, 3); changes > 0; changes--) changeOne(root, random)
  return root.root ?? null
}

interface Place {
  holder: Json[] | { [name: string]: Json }
  name: string
}

function changeOne(root: Json, random: Random): void {
  const { holder, name } = random.pick(placesIn(root))
  const index = Number(name)
  const value = Array.isArray(holder) ? holder[index] : holder[name]
  const set = (to: Json) => (Array.isArray(holder) ? (holder[index] = to) : (holder[name] = to))
  switch (random.between(1, 5)) {
    case 1:
      return Array.isArray(holder) ? void holder.splice(index, 1) : void delete holder[name]
    case 2:
      return void set([value])
    case 3:
      return void set(typeof value === "string" ? Number(value) : String(value))
    case 4:
      return void (Array.isArray(value) ? value.push(...value) : set({ [name]: value }))
    default:
      return void set(random.pick(STRANGE))
  }
}

/** Everything below the root, the whole answer too. */
function placesIn(value: Json): Place[] {
  if (value === null || typeof value !== "object") return []
  return Object.entries(value).flatMap(([name, below]) => [
    { holder: value, name },
    ...placesIn(below),
  ])
}
