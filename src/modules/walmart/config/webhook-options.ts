import { z } from "@medusajs/framework/zod"
import { BaseUrlError, checkedAddress } from "../../../walmart/api/http"
import { type Phrase, phrase } from "../../../walmart/words/phrase"
import type { WebhookAuth } from "../../../walmart/webhooks/authenticity"
import type { KeyPair } from "./key-pair"

/** Blank is not set, as a variable is that does not exist. */
const setting = z.string({ error: "must be a text" }).trim().optional()

const OWN_PATH = /\/walmart\/webhooks(\/|$)/

const url = setting.superRefine((given, context) => {
  if (!given) return
  try {
    const address = checkedAddress(given)
    if (!OWN_PATH.test(address)) return
    const message = "must end before /walmart/webhooks, which is added automatically"
    context.addIssue({ code: "custom", message })
  } catch (error) {
    if (!(error instanceof BaseUrlError)) throw error
    const message =
      "must be the public https address of the Medusa server without a user, query or fragment, such as https://api.shop.example"
    context.addIssue({ code: "custom", message })
  }
})

/** How an account receives Walmart's events, as a store writes it. */
export const webhooks = z.strictObject({
  /** Public address of the Medusa server, such as `https://api.shop.example`; only needed to subscribe. */
  url,
  /** How Walmart proves that an event is its own. */
  auth: z.enum(["hmac", "basic", "oauth"]),
  /** Header that holds the proof: `X-Walmart-Signature` for `hmac`, otherwise `Authorization`. */
  header: z
    .string()
    .trim()
    .regex(/^[!#$%&'*+.^_`|~\w-]+$/, "must be the name of a header")
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

type Proof = (typeof NEEDED)[keyof typeof NEEDED][number]

const SECRETS: readonly Proof[] = ["secret", "password", "clientSecret"]

/** What can be guessed is no secret; whoever knows it can have orders read as often as they like. */
export const LEAST_SECRET = 16

/**
 * What is wrong with how an account receives events, each text beginning with the option's name. Never shows a secret.
 * @param canBeMissing what is missing can be set in the settings, or is not needed yet
 */
export function webhookFaults(
  {
    market,
    clientSecret,
    webhooks: options,
  }: { market: string; clientSecret?: string; webhooks?: WebhookOptions },
  canBeMissing: boolean
): string[] {
  if (!options) return []
  const others = market === "us" ? [] : ["webhooks: Walmart has them in the US only, leave it out"]
  const missing = canBeMissing ? [] : NEEDED[options.auth].filter((name) => !options[name])
  const set = SECRETS.map((name) => ({ name, value: options[name] ?? "" }))
  const short = set.filter(({ value }) => value && value.length < LEAST_SECRET)
  const lent = set.filter(({ value }) => value && value === clientSecret)
  return [
    ...others,
    ...otherProofs(options),
    ...missing.map(
      (name) => `webhooks.${name}: is not set, does its variable exist in the environment?`
    ),
    ...short.map(({ name }) => `webhooks.${name}: must have at least ${LEAST_SECRET} characters`),
    ...lent.map(
      ({ name }) => `webhooks.${name}: is the account's clientSecret, make one of its own`
    ),
  ]
}

/** What proves events in another way than the chosen one would be kept and never used. */
function otherProofs(options: WebhookOptions): string[] {
  return Object.entries(NEEDED).flatMap(([auth, names]) =>
    names
      .filter((name) => auth !== options.auth && options[name])
      .map(
        (name) =>
          `webhooks.${name}: is for auth "${auth}", but auth is "${options.auth}"; leave one of them out`
      )
  )
}

/** Whether the options have all that proves an account's events. */
export function hasWebhookSecret(options: WebhookOptions): boolean {
  return NEEDED[options.auth].every((name) => options[name])
}

/**
 * How an account's events are to be authenticated; null when it receives none, or a text that proves them is set nowhere.
 * @param stored what was set in the settings, which goes over the options: name and secret
 */
export function webhookAuthOf(
  { webhooks: options }: { webhooks?: WebhookOptions },
  stored?: KeyPair
): WebhookAuth | null {
  if (!options) return null
  const { auth, header = DEFAULT_HEADER[auth] } = options
  const { name, secret } = stored
    ? { name: stored.clientId, secret: stored.clientSecret }
    : pairOf(options)
  if (!secret || (webhookNameOf(options) && !name)) return null
  switch (auth) {
    case "hmac":
      return { auth, header, secret }
    case "basic":
      return { auth, header, userName: name, password: secret }
    case "oauth":
      return { auth, header, clientId: name, clientSecret: secret }
  }
}

/** Why a pair that was set in the settings is of no use with the options' way of proving events; null when it is. */
export function storedPairProblem(options: WebhookOptions, stored: KeyPair): Phrase[] | null {
  const name = webhookNameOf(options)
  if (name === null || stored.clientId) return null
  return [phrase("keys_unreadable", "message_nameless", { name })]
}

/** What is needed besides the secret, as the options call it; null for a signature, which needs nothing. */
export function webhookNameOf({
  auth,
}: Pick<WebhookOptions, "auth">): "userName" | "clientId" | null {
  return auth === "hmac" ? null : NEEDED[auth][0]
}

/** Name and secret as the options have them; empty where they do not. */
function pairOf(options: WebhookOptions): { name: string; secret: string } {
  const named = webhookNameOf(options)
  const [secret] = NEEDED[options.auth].slice(-1)
  return { name: (named && options[named]) ?? "", secret: options[secret] ?? "" }
}

const DEFAULT_HEADER = {
  hmac: "X-Walmart-Signature",
  basic: "Authorization",
  oauth: "Authorization",
} as const
