import type { ExecArgs, MedusaContainer } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { walmartOf } from "../workflows/import/store/load-store"
import { notAllowed } from "../workflows/shared/refusals"
import { readGraph } from "../workflows/shared/read-graph"
import { SOLD_FIELDS, type SoldRow, toSold, want } from "../workflows/stock/stock-changes"
import { accountOf, skusLeft } from "./lib/arguments"
import { counted } from "./lib/counted"
import { readWords } from "./lib/words"
import { phrases } from "../walmart/words/phrase"

const USAGE = [
  "medusa exec <script> <SKU> …   sends the stock of these SKUs of the store",
  "medusa exec <script> all       of every SKU of the account's sales channel",
  "With several accounts, add account=<id>.",
].join("\n")

/**
 * `medusa exec`: has the store's stock sent to Walmart, at every ship node of the account; it goes with the next tick of a worker.
 * @throws MedusaError INVALID_DATA that says how to call it; NOT_ALLOWED where the account sends no stock; NOT_FOUND at the end that
 * names the SKUs that the store does not have
 */
export default async function pushWalmartStock({ container, args }: ExecArgs): Promise<void> {
  const { plain: skus, named } = readWords(args, { names: ["account"], usage: USAGE })
  if (skus.length === 0)
    throw new MedusaError(MedusaError.Types.INVALID_DATA, `Say which SKUs.\n${USAGE}`)
  const walmart = walmartOf(container)
  const ids = walmart.options.accounts.map(({ id }) => id)
  const account = walmart.account(accountOf(named.get("account"), ids))
  if (account.stock === "off") throw notAllowed(phrases("stock_off", { account: account.id }))
  const variants = await variantsOf(container, skus.includes("all") ? null : skus)
  const wanted = await want(container, account, variants)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  const figures = counted(wanted.length, "figure of stock is", "figures of stock are")
  logger.info(`Walmart: ${figures} sent with the next tick.`)
  const left = skusLeft(skus, variants)
  if (left.length === 0) return
  const text = `No product variant of the store has: ${left.join(", ")}.`
  throw new MedusaError(MedusaError.Types.NOT_FOUND, text)
}

async function variantsOf(container: MedusaContainer, skus: string[] | null) {
  const rows = await readGraph<SoldRow>(container, {
    entity: "variant",
    fields: SOLD_FIELDS,
    filters: skus === null ? {} : { sku: skus },
  })
  return rows.flatMap(toSold)
}
