import { readWords } from "./words"

/** Which orders a person wants imported. */
export type ImportRequest =
  | { accountId: string; purchaseOrderIds: string[] }
  /** Orders made between two moments, in epoch milliseconds. */
  | { accountId: string; from: number; to: number }

/** How the import script is called. Words, not options: `medusa exec` keeps options for itself. */
const USAGE = [
  "By number:  medusa exec <script> 1799999999001 1799999999002",
  "By day:     medusa exec <script> from=2026-11-01 to=2026-11-15",
  "With several accounts, add account=<id>.",
].join("\n")

const DAY_MS = 86_400_000

/**
 * Reads the arguments of the import script. `medusa exec` hands on digits as numbers. The account may be left out when there is
 * only one; days are UTC, and the last one belongs to the range.
 * @throws Error that says what is wrong and how to call the script
 */
export function importRequest(
  args: (string | number)[],
  accountIds: string[],
  now: number
): ImportRequest {
  const { plain: numbers, named } = readWords(args, {
    names: ["account", "from", "to"],
    usage: USAGE,
  })
  const accountId = accountOf(named.get("account"), accountIds)
  const [first, last] = [named.get("from"), named.get("to")]
  if (numbers.length > 0) {
    if (first ?? last) throw new Error(`Give order numbers or days, not both.\n${USAGE}`)
    return { accountId, purchaseOrderIds: numbers.map(orderNumber) }
  }
  if (first === undefined) throw new Error(`Give order numbers or the first day.\n${USAGE}`)
  const from = dayOf("from", first)
  const to = last === undefined ? now : Math.min(dayOf("to", last) + DAY_MS, now)
  if (from < to) return { accountId, from, to }
  throw new Error(`from=${first} is not before ${last === undefined ? "today" : `to=${last}`}.`)
}

/**
 * Reads the arguments of the erase script: order numbers.
 * @throws Error that says what is wrong and how to call the script
 */
export function eraseRequest(args: (string | number)[]): string[] {
  const usage = "Call it with order numbers:  medusa exec <script> 1799999999001 200000000001"
  const numbers = [...new Set(args.map(String))]
  if (numbers.length === 0) throw new Error(usage)
  const odd = numbers.find((number) => !/^[\w-]+$/.test(number))
  if (odd === undefined) return numbers
  throw new Error(`"${odd}" is not an order number.\n${usage}`)
}

/** A day alone says neither where a range begins nor where it ends. */
function orderNumber(word: string): string {
  if (!DAY.test(word)) return word
  throw new Error(`"${word}" is a day. Write from=${word} or to=${word}.\n${USAGE}`)
}

const DAY = /^\d{4}-\d{2}-\d{2}$/

/**
 * The account that a script is about; it may be left out when there is only one.
 * @param known accounts that have their keys
 * @throws Error that names them
 */
export function accountOf(given: string | undefined, known: string[]): string {
  if (given !== undefined && known.includes(given)) return given
  const choices = known.join(", ") || "none; the doctor says what is missing"
  if (given !== undefined) {
    throw new Error(
      `There is no Walmart account "${given}" that has its keys. Those that have are: ${choices}.`
    )
  }
  if (known.length === 1) return known[0]
  throw new Error(
    `Say which account with account=<id>. Those that have their keys are: ${choices}.`
  )
}

/** The SKUs that were asked for and are not in the store; none where all of it was asked for. */
export function skusLeft(asked: string[], found: { sku: string }[]): string[] {
  const known = new Set(found.map(({ sku }) => sku))
  return asked.includes("all") ? [] : asked.filter((sku) => !known.has(sku))
}

function dayOf(name: string, value: string): number {
  const time = DAY.test(value) ? Date.parse(value) : NaN
  // JavaScript takes the 31st of February for the 3rd of March.
  const isDay = !Number.isNaN(time) && new Date(time).toISOString().startsWith(value)
  if (isDay) return time
  throw new Error(`${name}=${value} is not a day. Write it like ${name}=2026-11-01.`)
}
