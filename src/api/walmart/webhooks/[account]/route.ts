import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../modules/walmart"
import type WalmartModuleService from "../../../../modules/walmart/service"
import { isAuthentic } from "../../../../walmart/webhooks/authenticity"
import { readBody } from "../read-body"
import { readNow, receive } from "../receive"

/** Walmart's events are below 1 kB; the older types hold an order's lines. */
const LONGEST_BODY = 64 * 1024

/**
 * Takes an event of Walmart: kept before the answer, read from Walmart after it. Open to everybody, so it says no more than it must:
 * 404 for an account that receives none, 413 for what is too long, 401 for what is not Walmart's.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { account: accountId } = req.params
  const { tables, webhooks } = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const receiver = webhooks.receiver(accountId)
  if (!receiver) return void res.sendStatus(404)
  const body = await readBody(req, LONGEST_BODY)
  if (!body) {
    webhooks.tally.add(accountId, "too_large")
    return void res.set("connection", "close").sendStatus(413)
  }
  const header = req.get(receiver.auth.header)
  if (!isAuthentic(receiver.auth, { accountId, header, body }, Date.now())) {
    webhooks.tally.add(accountId, "refused")
    return void res.sendStatus(401)
  }
  if (!(await tables.ready())) return void res.sendStatus(503)
  const { status, wakes } = await receive(webhooks, accountId, body, Date.now())
  res.sendStatus(status)
  if (wakes) readNow(req.scope, wakes, accountId)
}
