import { writeFile } from "node:fs/promises"
import { join, resolve } from "node:path"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { loadEvidence } from "../api/admin/walmart/orders/load-evidence"
import { oneLine } from "../modules/walmart/common/failure"
import { markWalmartCaseWorkflow } from "../workflows/updates/notes/mark-walmart-case"
import { readWords } from "./lib/words"

const USAGE = [
  "medusa exec <script> 1799999999001 …        writes what is known of these orders, a file each",
  "  to=<folder>                               there, instead of the present folder",
  "  case=on | case=off                        and keeps it beyond retentionDays, or no longer",
].join("\n")

/**
 * `medusa exec`: writes the evidence of orders, as for a ticket or an appeal at Walmart, to `walmart-order-<number>.json` each; nothing
 * of the buyers is among it.
 * @throws MedusaError INVALID_DATA that says how to call it, NOT_FOUND for an order that is not there
 */
export default async function exportWalmartEvidence({ container, args }: ExecArgs): Promise<void> {
  const { plain: numbers, named } = readWords(args, { names: ["to", "case"], usage: USAGE })
  const mark = named.get("case")
  const isKnown = mark === undefined || ["on", "off"].includes(mark)
  if (numbers.length === 0 || !isKnown) throw new MedusaError(MedusaError.Types.INVALID_DATA, USAGE)
  const logger = container.resolve(ContainerRegistrationKeys.LOGGER)
  for (const id of new Set(numbers)) {
    if (mark) {
      const input = { id, marked: mark === "on", actor_id: "script" }
      await markWalmartCaseWorkflow(container).run({ input })
    }
    const evidence = await loadEvidence(container, id)
    const name = `walmart-order-${evidence.order.purchase_order_id}.json`
    const file = join(resolve(named.get("to") ?? "."), name)
    await writeFile(file, `${JSON.stringify(evidence, null, 2)}\n`)
    logger.info(oneLine(`Walmart: the evidence of order ${id} is in ${file}`))
  }
}
