import type { MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys } from "@medusajs/framework/utils"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type { OrderFacts } from "../../../../modules/walmart/reports/order-facts-sql"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { effectiveSettings } from "../../../../modules/walmart/config/settings"
import type { AdminWalmartOrder } from "../../../../types/http"
import { badgeOf } from "../../../../walmart/orders/badge"
import type { Discrepancy } from "../../../../walmart/reconciliation/figures/discrepancy"
import type { WalmartOrderRow } from "../../../../workflows/shared/find-walmart-rows"
import type { MedusaOrderRow } from "../../../../workflows/reconciliation/load-sides"
import { readGraph } from "../../../../workflows/shared/read-graph"
import { iso, showDiscrepancy } from "../present"
import { LINE_FIELDS, ORDER_FIELDS } from "../query-config"

/** Loads Walmart orders with the given fields and everything that is derived about them, in the order of the ids. */
export async function loadOrders(
  container: MedusaContainer,
  ids: string[],
  fields: string[]
): Promise<AdminWalmartOrder[]> {
  if (ids.length === 0) return []
  const walmart = container.resolve<WalmartModuleService>(WALMART_MODULE)
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const [{ data }, facts, accounts] = await Promise.all([
    query.graph({ entity: "walmart_order", fields: ["id", ...fields], filters: { id: ids } }),
    walmart.orderFacts(ids),
    walmart.listWalmartAccounts({}, { select: ["id", "settings"] }),
  ])
  const sending = sendingAccounts(walmart, accounts)
  const rows = new Map(data.map((row) => [row.id, row]))
  const factsById = new Map(facts.map((entry) => [entry.id, entry]))
  return ids.flatMap((id) => {
    const row = rows.get(id)
    const known = factsById.get(id)
    if (!row || !known) return []
    return [showOrder(row, known, sending)]
  })
}

/** An order of which everything was read already, with the fields that a list shows, as {@link loadOrders} answers it. */
export function listedOrder(
  row: WalmartOrderRow,
  order: MedusaOrderRow | undefined,
  facts: OrderFacts,
  sending: string[]
): AdminWalmartOrder {
  const lines = row.lines.map((line) => picked(line, LINE_FIELDS))
  const listed = { ...picked(row, ORDER_FIELDS), lines, ...(order ? { order } : {}) }
  return showOrder(listed, facts, sending)
}

/** Reads that of one Medusa order; undefined when there is none. */
export async function medusaOrderOf(
  container: MedusaContainer,
  id: string
): Promise<MedusaOrderRow | undefined> {
  const fields = ["id", "display_id", "status"]
  const filters = { id }
  const [order] = await readGraph<MedusaOrderRow>(container, { entity: "order", fields, filters })
  return order && (picked(order, fields) as unknown as MedusaOrderRow)
}

function picked(row: object, fields: string[]): Record<string, unknown> {
  const values = new Map(Object.entries(row))
  return Object.fromEntries(fields.map((name) => [name, values.get(name)]))
}

function showOrder(row: object, facts: OrderFacts, sending: string[]): AdminWalmartOrder {
  const shown = "discrepancies" in row ? { discrepancies: showDifferences(row.discrepancies) } : {}
  const lines = "lines" in row ? { lines: inOrder(row.lines as NumberedLine[]) } : {}
  return {
    ...timesAsText(row),
    ...shown,
    ...lines,
    ...showFacts(facts, sending),
  } as unknown as AdminWalmartOrder
}

/** Times as the types of the API have them; the file of orders is no JSON, which would write them so. */
function timesAsText(row: object): object {
  const text = (value: unknown) => (value instanceof Date ? value.toISOString() : value)
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, text(value)]))
}

interface NumberedLine {
  line_number?: string
}

/** Lines as Walmart numbers them: 2 before 10. */
function inOrder(lines: NumberedLine[]): NumberedLine[] {
  const number = (line: NumberedLine) => line.line_number ?? ""
  return [...lines].sort((a, b) => number(a).localeCompare(number(b), "en", { numeric: true }))
}

/** Accounts of the options that are not in dry run. */
export function sendingAccounts(
  walmart: WalmartModuleService,
  rows: { id: string; settings: unknown }[]
): string[] {
  const settings = new Map(rows.map((row) => [row.id, row.settings]))
  return walmart.options.accounts
    .filter((options) => !effectiveSettings(options, settings.get(options.id) ?? null).dryRun)
    .map(({ id }) => id)
}

function showDifferences(differences: unknown) {
  return ((differences ?? []) as Discrepancy[]).map(showDiscrepancy)
}

function showFacts(known: OrderFacts, sendingAccountIds: string[]) {
  const { account_id, sending, next_try_at, last_update_at, next_deadline, badge, ...facts } = known
  const dryRun = !sendingAccountIds.includes(account_id)
  const isHeld = !sending && dryRun
  return {
    ...facts,
    badge: badgeOf({ ...badge, account: { ...badge.account, dryRun } }),
    next_try_at: isHeld ? null : iso(next_try_at),
    last_update_at: iso(last_update_at),
    next_deadline: next_deadline && {
      kind: next_deadline.kind,
      at: next_deadline.at.toISOString(),
    },
  }
}

/**
 * Medusa orders whose own number a search text is, such as `12` or `#12`. The number lives in Medusa's order module, so it is
 * asked there.
 */
export async function ordersByDisplayId(
  container: MedusaContainer,
  text: string | undefined
): Promise<string[]> {
  const number = /^#?(\d{1,9})$/.exec(text ?? "")?.[1]
  if (!number) return []
  const query = container.resolve(ContainerRegistrationKeys.QUERY)
  const filters = { display_id: Number(number) }
  const { data } = await query.graph({ entity: "order", fields: ["id"], filters })
  return data.map(({ id }) => id)
}
