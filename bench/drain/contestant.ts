import { randomUUID } from "node:crypto"
import { createAccessTokens } from "../../src/walmart/api/access-token"
import { createWalmartClient, type WalmartClient } from "../../src/walmart/api/client"
import { createTransport } from "../../src/walmart/api/http"

/** Who works a backlog off: one acknowledgment for each order. */
export interface Contestant {
  name: string
  /** Queues one job an order in an empty database, and gets ready; not measured. */
  prepare(backlog: Backlog): Promise<Prepared>
}

/** What waits. */
export interface Backlog {
  /** Address of an empty database of the contestant's own. */
  databaseUrl: string
  walmartUrl: string
  purchaseOrderIds: string[]
  /** Jobs under way at once. */
  inFlight: number
}

/** A contestant that is ready. */
export interface Prepared {
  /** Works everything off; this is measured. */
  drain(): Promise<void>
  close(): Promise<void>
}

/** The key pair that a simulated Walmart knows from the start. */
export const KEYS = { clientId: "demo-client", clientSecret: "demo-secret" }

/** What every job comes to: the order is read, then acknowledged. The plugin's own client, without a limit or anything else around it. */
export function twoCalls(baseUrl: string): (purchaseOrderId: string) => Promise<void> {
  const client = bareClient(baseUrl)
  return async (purchaseOrderId) => {
    await client.getOrder(purchaseOrderId)
    await client.acknowledge(purchaseOrderId, null)
  }
}

function bareClient(baseUrl: string): WalmartClient {
  const transport = createTransport({ baseUrl, timeoutMs: 30_000, maxBodyBytes: 1_000_000 })
  const shared = { transport, clock: Date.now, newCorrelationId: randomUUID }
  const account = { id: "bench", market: "us", sandbox: false, baseUrl, ...KEYS }
  const credentials = { ...account, accountId: account.id, extraHeaders: {} }
  const limiter = {
    take: async () => ({ granted: true as const }),
    observe: async () => {},
  }
  return createWalmartClient({
    ...shared,
    account,
    tokens: createAccessTokens({ ...shared, credentials }),
    limiter,
    startWithinMs: 60_000,
    extraHeaders: {},
  })
}

/** Runs as many loops as jobs may be under way; each takes a job and works it off until there is none. */
export async function loops(inFlight: number, next: () => Promise<boolean>): Promise<void> {
  const loop = async () => {
    while (await next());
  }
  await Promise.all(Array.from({ length: inFlight }, loop))
}
