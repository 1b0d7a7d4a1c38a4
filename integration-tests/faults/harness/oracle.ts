import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import type { LedgerEntry } from "../../../simulator"
import { ACCESS_TOKEN, basicOf } from "../../helpers/secrets"
import type { PlannedUpdate } from "../../../src/walmart/updates/model/update"
import type { UpdateStatus } from "../../../src/walmart/updates/model/update-status"

/** One update as it was asked for; remembered outside the database, so that the database cannot lose it unnoticed. */
export interface Asked {
  purchaseOrderId: string
  walmartOrderId: string
  update: PlannedUpdate
}

/** What must not be. */
export const KINDS_OF_FINDING = [
  "lost",
  "twice",
  "out_of_order",
  "asleep",
  "untrue",
  "unasked",
  // A person is asked and not told why or what to do.
  "silent",
  // A call has no record.
  "unrecorded",
  // A key is written down.
  "indiscreet",
] as const

/** Something that must not be. */
export interface Finding {
  what: (typeof KINDS_OF_FINDING)[number]
  detail: string
}

/** An update's effects, summed by what they are about. */
type Effects = Map<string, number>

/**
 * Compares what was asked for with what Walmart accepted, effect by effect. Never looks at what the plugin believes, except for
 * `untrue` (it says sent, Walmart shows nothing) and `asleep` (work waits and nobody will come).
 */
export async function judge(
  db: Knex,
  asked: Asked[],
  ledger: LedgerEntry[],
  isOver: boolean
): Promise<Finding[]> {
  const mine = ledger.filter(({ by }) => by === "seller_api")
  const statuses = await statusesOf(db)
  const wanted = sumEffects(asked.flatMap(effectsOf))
  const shown = sumEffects(mine.map(effectOfEntry))
  return [
    ...compare(wanted, shown),
    ...asked.flatMap((one) => untrue(one, statuses, shown)),
    ...(isOver ? asked.flatMap((one) => lost(one, statuses, shown)) : []),
    ...outOfOrder(asked, mine),
    ...(await asleep(db)),
    ...(await silent(db)),
    ...(await indiscreet(db)),
  ]
}

async function silent(db: Knex): Promise<Finding[]> {
  const { rows } = await db.raw<{ rows: { id: string }[] }>(
    `SELECT id FROM walmart_update WHERE status = 'needs_attention' AND deleted_at IS NULL
       AND (coalesce(error_code, '') = '' OR coalesce(error, '') = '' OR coalesce(remedy, '') = '')`
  )
  return rows.map(({ id }) => ({ what: "silent", detail: id }))
}

/** Tokens and their headers, and the keys of every test's account, plain and as they go over the wire. */
const KEYS = [
  ACCESS_TOKEN.source,
  "ACCESS_TOKEN",
  "Basic ",
  "demo-secret",
  basicOf("demo-client", "demo-secret"),
].join("|")

const TABLES = ["attempt", "update", "queue", "order", "account"]

async function indiscreet(db: Knex): Promise<Finding[]> {
  const findings: Finding[] = []
  for (const table of TABLES) {
    const { rows } = await db.raw<{ rows: { id: string }[] }>(
      `SELECT id FROM walmart_${table} AS t WHERE t::text ~ ?`,
      [KEYS]
    )
    findings.push(...rows.map(({ id }): Finding => ({ what: "indiscreet", detail: id })))
  }
  return findings
}

function effectsOf({ purchaseOrderId: po, update: { payload } }: Asked): [string, number][] {
  switch (payload.kind) {
    case "acknowledgment":
      return [[acknowledged(po), 1]]
    case "shipment":
      return payload.packages.flatMap(({ trackingNumber, lines }) =>
        lines.map((units): [string, number] => [
          `${po} line ${units.lineNumber} shipped ${trackingNumber}`,
          units.quantity,
        ])
      )
    case "tracking_correction":
      return payload.packages.flatMap(({ trackingNumber, lines }) =>
        lines.map((units): [string, number] => [
          `${po} line ${units.lineNumber} now ${trackingNumber}`,
          units.quantity,
        ])
      )
    case "cancellation":
      return payload.lines.map((units) => [
        `${po} line ${units.lineNumber} canceled`,
        units.quantity,
      ])
    case "refund":
      return payload.lines.map(({ lineNumber, amount }) => [
        `${po} line ${lineNumber} refunded`,
        amount,
      ])
  }
}

/** Of a whole order, and told by the ledger line by line; a repeated one changes nothing, so it is never twice. */
const ACKNOWLEDGED = " acknowledged"

function acknowledged(po: string | null): string {
  return `${po}${ACKNOWLEDGED}`
}

function effectOfEntry(entry: LedgerEntry): [string, number] {
  const line = `${entry.purchaseOrderId} line ${entry.lineNumber}`
  // What is refunded of a return is asked for by no update.
  if (entry.returnOrderId) return ["", 0]
  if (entry.effect === "shipped") return [`${line} shipped ${entry.trackingNumber}`, entry.quantity]
  if (entry.effect === "tracking_changed") {
    return [`${line} now ${entry.trackingNumber}`, entry.quantity]
  }
  if (entry.effect === "refunded")
    return [`${line} refunded`, Math.round((entry.amount ?? 0) * 100)]
  if (entry.effect === "acknowledged") return [acknowledged(entry.purchaseOrderId), 1]
  return [entry.effect === "cancelled" ? `${line} canceled` : "", entry.quantity]
}

function sumEffects(effects: [string, number][]): Effects {
  const sums: Effects = new Map()
  for (const [key, quantity] of effects) {
    if (key !== "") sums.set(key, (sums.get(key) ?? 0) + quantity)
  }
  return sums
}

function compare(wanted: Effects, shown: Effects): Finding[] {
  return [...shown].flatMap(([key, quantity]): Finding[] => {
    const limit = wanted.get(key)
    if (limit === 1 && key.endsWith(ACKNOWLEDGED)) return []
    if (limit === undefined) return [{ what: "unasked", detail: `${key}: ${quantity}` }]
    return quantity > limit ? [{ what: "twice", detail: `${key}: ${quantity} of ${limit}` }] : []
  })
}

type Statuses = Map<string, StatusRow>

async function statusesOf(db: Knex): Promise<Statuses> {
  const { rows } = await db.raw<{ rows: StatusRow[] }>(
    "SELECT walmart_order_id, unique_key, status, error FROM walmart_update WHERE deleted_at IS NULL"
  )
  return new Map(rows.map((row) => [`${row.walmart_order_id} ${row.unique_key}`, row]))
}

interface StatusRow {
  walmart_order_id: string
  unique_key: string
  status: UpdateStatus
  error: string | null
}

function statusOf({ walmartOrderId, update }: Asked, statuses: Statuses) {
  return statuses.get(`${walmartOrderId} ${update.uniqueKey}`)
}

function isShown(asked: Asked, shown: Effects): boolean {
  return effectsOf(asked).every(([key, quantity]) => (shown.get(key) ?? 0) >= quantity)
}

function untrue(asked: Asked, statuses: Statuses, shown: Effects): Finding[] {
  if (statusOf(asked, statuses)?.status !== "sent" || isShown(asked, shown)) return []
  return [{ what: "untrue", detail: nameOf(asked) }]
}

/** At the end everything is either at Walmart or with a person who was told. */
function lost(asked: Asked, statuses: Statuses, shown: Effects): Finding[] {
  const found = statusOf(asked, statuses)
  if (found?.status === "sent" && isShown(asked, shown)) return []
  const why = found?.error ? `: ${found.error}` : ""
  return [{ what: "lost", detail: `${nameOf(asked)} is ${found?.status ?? "gone"}${why}` }]
}

function nameOf({ purchaseOrderId, update }: Asked): string {
  return `${purchaseOrderId} ${update.uniqueKey}`
}

/** Effects of one call have one time; a later update's first effect must not come before an earlier one's. */
function outOfOrder(asked: Asked[], ledger: LedgerEntry[]): Finding[] {
  const histories = historiesOf(ledger)
  const latest = new Map<string, number>()
  return asked.flatMap((one): Finding[] => {
    const times = firstUnits(one).flatMap(([key, unit]) => timeOf(histories.get(key), unit))
    if (times.length === 0) return []
    const before = latest.get(one.purchaseOrderId) ?? 0
    latest.set(one.purchaseOrderId, Math.max(before, ...times))
    const late = before - Math.min(...times)
    return late > 0 ? [{ what: "out_of_order", detail: `${nameOf(one)}, by ${late} ms` }] : []
  })
}

/** Per effect, how many units there were from when on. */
type History = { at: number; units: number }[]

function historiesOf(ledger: LedgerEntry[]): Map<string, History> {
  const histories = new Map<string, History>()
  for (const entry of ledger) {
    const [key, quantity] = effectOfEntry(entry)
    const history = histories.get(key) ?? []
    history.push({ at: entry.at, units: (history.at(-1)?.units ?? 0) + quantity })
    histories.set(key, history)
  }
  return histories
}

/**
 * An update's effects, each with the number of its first unit: cancellations of a line are counted on from each other, and so are the
 * hundredths of its refunds.
 */
function firstUnits(asked: Asked): [string, number][] {
  const { payload } = asked.update
  if (payload.kind !== "cancellation" && payload.kind !== "refund") {
    return effectsOf(asked).map(([key]) => [key, 1])
  }
  const first =
    payload.kind === "refund"
      ? payload.lines.map(({ total, amount }) => total - amount + 1)
      : payload.lines.map(({ total, quantity }) => total - quantity + 1)
  return effectsOf(asked).map(([key], index) => [key, first[index]])
}

function timeOf(history: History | undefined, unit: number): number[] {
  const reached = history?.find(({ units }) => units >= unit)
  return reached ? [reached.at] : []
}

/** Longest time a queue with work may be out of sight: the largest back-off, and an hour of slack. */
const FAR = "90 minutes"

async function asleep(db: Knex): Promise<Finding[]> {
  const { rows } = await db.raw<{ rows: { walmart_order_id: string }[] }>(
    `SELECT u.walmart_order_id FROM walmart_update u
     LEFT JOIN walmart_queue m ON m.subject_id = u.walmart_order_id AND m.deleted_at IS NULL
     WHERE u.status = 'pending' AND u.deleted_at IS NULL
       AND NOT EXISTS (SELECT 1 FROM walmart_update e WHERE e.walmart_order_id = u.walmart_order_id
         AND e.status = 'needs_attention' AND e.sequence < u.sequence)
       AND (m.next_due_at IS NULL OR m.next_kind IS NULL OR m.next_due_at > now() + interval '${FAR}')`
  )
  return rows.map((row) => ({ what: "asleep", detail: row.walmart_order_id }))
}
