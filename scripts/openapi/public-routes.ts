import type { JsonSchema } from "./zod-schema"

/** What is said of a route outside of the admin API beside its comment: what it takes, what it answers by status, how a caller proves itself. */
export interface PublicRoute {
  body?: JsonSchema
  responses: Record<string, string>
  security?: JsonSchema[]
}

const event = {
  "application/json": { schema: { type: "object", description: "An event as Walmart sends it." } },
}

const grant = {
  "application/x-www-form-urlencoded": {
    schema: {
      type: "object",
      properties: { grant_type: { const: "client_credentials" } },
      required: ["grant_type"],
    },
  },
}

/** The routes that no admin user calls, by path. */
export const PUBLIC_ROUTES: Record<string, PublicRoute> = {
  "/walmart/health": {
    responses: { "200": "Work continues.", "503": "What is wrong is in `failing`." },
  },
  "/walmart/webhooks/:account": {
    body: event,
    responses: {
      "200": "Kept, or known already.",
      "400": "No event can be read in it.",
      "401": "Not Walmart's.",
      "404": "The account receives no events.",
      "413": "Too long.",
      "503": "It could not be kept; Walmart sends it again.",
    },
    security: [{ webhookSignature: [] }, { webhookPassword: [] }, { webhookToken: [] }],
  },
  "/walmart/webhooks/:account/token": {
    body: grant,
    responses: {
      "200": "`access_token`, `token_type` and `expires_in` in seconds.",
      "400": "Another grant than client credentials.",
      "401": "Not the client that the account's options name.",
      "404": "The account's webhooks do not use OAuth.",
      "413": "Too long.",
    },
    security: [{ webhookPassword: [] }],
  },
}

/** How Walmart proves itself to the webhook routes, by the account's option `webhooks.auth`. */
export const WEBHOOK_SECURITY: Record<string, JsonSchema> = {
  webhookSignature: {
    ...{ type: "apiKey", in: "header", name: "X-Walmart-Signature" },
    description: "Signature of the body, for `hmac`; the option `header` names another header.",
  },
  webhookPassword: {
    type: "http",
    scheme: "basic",
    description: "Name and password, for `basic`.",
  },
  webhookToken: { type: "http", scheme: "bearer", description: "A token of ours, for `oauth`." },
}
