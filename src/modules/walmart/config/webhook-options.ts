import { z } from "@medusajs/framework/zod"
import { checkedBaseUrl } from "../../../walmart/api/http"
import type { WebhookAuth } from "../../../walmart/webhooks/authenticity"

/** Blank is not set, as a variable is that does not exist. */
const setting = z.string({ error: "must be a text" }).trim().optional()

const url = setting.superRefine((given, context) => {
  if (!given) return
  try {
    checkedBaseUrl(given)
  } catch (error) {
    const { message } = error as Error
    context.addIssue({ code: "custom", message: message.replace("Walmart base URL", "address") })
  }
})

/** How an account receives Walmart's events, as a store writes it. */
export const webhooks = z.strictObject({
  /** Public address of the Medusa server, such as `https://api.shop.example`; only needed to subscribe. */
  url,
  /** How Walmart proves that an event is its own. */
  auth: z.enum(["hmac", "basic", "oauth"]),
  /** Header that holds the proof: `X-Walmart-Signature` for `hmac`, else `Authorization`. */
  header: z
    .string()
    .trim()
    .regex(/^[!#$%&'*+.^_`|~\w-]+$/, "is no name of a header")
    .optional(),
  /** For `hmac`. */
  secret: setting,
  /** For `basic`. */
  userName: setting,
  password: setting,
  /** For `oauth`; pairs of your own making, not Walmart's keys. */
  clientId: setting,
  clientSecret: setting,
})

/** What a store writes under `webhooks`, after parsing. */
export type WebhookOptions = z.output<typeof webhooks>

const NEEDED = {
  hmac: ["secret"],
  basic: ["userName", "password"],
  oauth: ["clientId", "clientSecret"],
} as const

const SECRETS: readonly string[] = ["secret", "password", "clientSecret"]

/** What can be guessed is no secret; whoever knows it can have orders read as often as they like. */
const LEAST_SECRET = 16

/** What is wrong with how an account receives events, each text beginning with the option's name. Never shows a secret. */
export function webhookFaults(market: string, options: WebhookOptions | undefined): string[] {
  if (!options) return []
  const others = market === "us" ? [] : ["webhooks: Walmart has them in the US only, leave it out"]
  const missing = NEEDED[options.auth].filter((name) => !options[name])
  const short = SECRETS.filter((name) => {
    const value = options[name as (typeof NEEDED)[keyof typeof NEEDED][number]]
    return value ? value.length < LEAST_SECRET : false
  })
  return [
    ...others,
    ...missing.map(
      (name) => `webhooks.${name}: is not set, does its variable exist in the environment?`
    ),
    ...short.map((name) => `webhooks.${name}: must have at least ${LEAST_SECRET} characters`),
  ]
}

/** How an account's events are to be authenticated; null when it receives none. */
export function webhookAuthOf(account: { webhooks?: WebhookOptions }): WebhookAuth | null {
  if (!account.webhooks) return null
  const { auth, header = DEFAULT_HEADER[auth], ...texts } = account.webhooks
  const of = (name: keyof typeof texts) => texts[name] ?? ""
  switch (auth) {
    case "hmac":
      return { auth, header, secret: of("secret") }
    case "basic":
      return { auth, header, userName: of("userName"), password: of("password") }
    case "oauth":
      return { auth, header, clientId: of("clientId"), clientSecret: of("clientSecret") }
  }
}

const DEFAULT_HEADER = {
  hmac: "X-Walmart-Signature",
  basic: "Authorization",
  oauth: "Authorization",
} as const
