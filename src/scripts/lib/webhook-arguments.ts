import { accountOf } from "./arguments"

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
  const words = args.map(String)
  const accounts = words.filter((word) => word.startsWith("account="))
  const [what, subscriptionId, ...rest] = words.filter((word) => !accounts.includes(word))
  if (!isWork(what)) throw new Error(`"${what ?? ""}" is nothing it can do.\n${USAGE}`)
  const isRemove = what === "remove"
  if (isRemove !== (subscriptionId !== undefined) || rest.length > 0) {
    throw new Error(
      `${isRemove ? "Name one subscription" : `${what} takes no more words`}.\n${USAGE}`
    )
  }
  const accountId = accountOf(accounts[0]?.slice("account=".length), accountIds)
  return { what, accountId, subscriptionId }
}

function isWork(word: string | undefined): word is WebhookRequest["what"] {
  return ["list", "create", "check", "remove"].includes(word ?? "")
}
