import type { MedusaRequest, MedusaResponse } from "@medusajs/framework/http"
import { WALMART_MODULE } from "../../../../../modules/walmart"
import type WalmartModuleService from "../../../../../modules/walmart/service"
import { issueToken, TOKEN_SECONDS } from "../../../../../walmart/webhooks/issued-token"
import { isClient } from "../../../../../walmart/webhooks/authenticity"
import { readBody } from "../../read-body"

const LONGEST_BODY = 4 * 1024

/**
 * Hands Walmart a token for its events when the account's webhooks use OAuth (RFC 6749, client credentials). 404 for any other
 * account.
 */
export async function POST(req: MedusaRequest, res: MedusaResponse): Promise<void> {
  const { account: accountId } = req.params
  const { webhooks } = req.scope.resolve<WalmartModuleService>(WALMART_MODULE)
  const auth = webhooks.receiver(accountId)?.auth
  if (auth?.auth !== "oauth") return void res.sendStatus(404)
  const body = await readBody(req, LONGEST_BODY)
  if (!body) return void res.set("connection", "close").sendStatus(413)
  if (!isClient(auth, req.get(auth.header))) {
    webhooks.tally.add(accountId, "refused")
    return void res.status(401).json({ error: "invalid_client" })
  }
  const grant = new URLSearchParams(body.toString("latin1")).get("grant_type")
  if (grant !== "client_credentials") {
    return void res.status(400).json({ error: "unsupported_grant_type" })
  }
  const access_token = issueToken({ ...auth, accountId }, Date.now())
  const token = { access_token, token_type: "Bearer", expires_in: TOKEN_SECONDS }
  res.set("cache-control", "no-store").json(token)
}
