import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { failureOf, oneLine } from "../modules/walmart/common/failure"
import { accountOf } from "./lib/arguments"
import { counted } from "./lib/counted"
import { readWords } from "./lib/words"
import { findWalmartOrder } from "../workflows/shared/find-walmart-rows"
import { walmartOf } from "../workflows/import/store/load-store"
import { refreshWalmartOrderWorkflow } from "../workflows/updates/refresh-walmart-order"

const USAGE = [
  "medusa exec <script> <order number> …   reads these orders at Walmart and compares them",
  "medusa exec <script> open               all orders that are open at Walmart",
  "With several accounts, add account=<id> to open.",
].join("\n")

/**
 * `medusa exec`: reads orders at Walmart, does and plans what follows, and says where both sides still differ. Every order is
 * tried; the exit code says whether any differs or could not be read.
 * @throws MedusaError INVALID_DATA that says how to call it; MedusaError with each difference
 */
export default async function reconcileWalmartOrders(script: ExecArgs): Promise<void> {
  const { container } = script
  const wanted = await ordersWanted(script)
  const found: string[] = []
  for (const number of wanted) found.push(...(await differences(container, number)))
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  logger.info(`Walmart: ${counted(wanted.length, "order was", "orders were")} compared.`)
  if (found.length === 0) return
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, found.map(oneLine).join("\n"))
}

async function ordersWanted({ container, args }: ExecArgs): Promise<string[]> {
  const { plain, named } = readWords(args, { names: ["account"], usage: USAGE })
  if (plain.length === 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Say which orders.\n${USAGE}`)
  if (!plain.includes("open")) return plain
  const walmart = walmartOf(container)
  const ids = walmart.options.accounts.map(({ id }) => id)
  const account_id = accountOf(named.get("account"), ids)
  const open = await walmart.listWalmartOrders(
    { account_id, status: ["open", "partially_shipped"] },
    { select: ["id"], take: null, order: { ordered_at: "ASC" } }
  )
  return open.map(({ id }) => id)
}

/** What both sides disagree about after Walmart was read, or why it could not be. */
async function differences(container: MedusaContainer, name: string): Promise<string[]> {
  try {
    await refreshWalmartOrderWorkflow(container).run({ input: { id: name } })
    const row = await findWalmartOrder(walmartOf(container), name)
    const { purchase_order_id: number, discrepancies } = row
    const list = (discrepancies ?? []) as { message: string }[]
    return list.map(({ message }) => `${number}: ${message}`)
  } catch (error) {
    return [`${name}: ${failureOf(error).message}`]
  }
}
