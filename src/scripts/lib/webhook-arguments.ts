import { accountOf } from "./arguments"
import { readWords } from "./words"

/** What is to be done about an account's webhooks. */
export interface WebhookRequest {
  what: "list" | "create" | "check" | "remove"
  accountId: string
  /** For `remove`. */
  subscriptionId?: string
}

const USAGE = [
  "medusa exec <script> list|create|check",
  "medusa exec <script> remove <subscription id>",
  "With several accounts, add account=<id>.",
].join("\n")

/**
 * Reads the arguments of the webhooks script. `medusa exec` hands on digits as numbers.
 * @throws Error that says what is wrong and how to call the script
 */
export function webhookRequest(args: (string | number)[], accountIds: string[]): WebhookRequest {
  const { plain, named } = readWords(args, { names: ["account"], usage: USAGE })
  const [what, subscriptionId, ...rest] = plain
  if (!isWork(what)) throw new Error(`"${what ?? ""}" is nothing it can do.\n${USAGE}`)
  const isRemove = what === "remove"
  if (isRemove !== (subscriptionId !== undefined) || rest.length > 0) {
    throw new Error(
      `${isRemove ? "Name one subscription" : `${what} takes no more words`}.\n${USAGE}`
    )
  }
  const accountId = accountOf(named.get("account"), accountIds)
  return { what, accountId, subscriptionId }
}

function isWork(word: string | undefined): word is WebhookRequest["what"] {
  return ["list", "create", "check", "remove"].includes(word ?? "")
}
