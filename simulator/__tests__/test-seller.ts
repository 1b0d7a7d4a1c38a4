import { randomUUID } from "node:crypto"
import { startSimulator, type Simulator } from "../index"

/** Any JSON; tests look into it freely and fail loudly when it is not there. */
export interface Json {
  [name: string]: Json
  [index: number]: Json
}

/** An answer as the tests compare it. */
export interface Reply {
  status: number
  body: Json
  text: string
  headers: Headers
}

/** What a call sends besides its path. */
export interface CallOptions {
  body?: unknown
  headers?: Record<string, string | undefined>
}

/** A seller with a key pair, calling a simulator over HTTP. */
export class TestSeller {
  private token: string | null = null

  constructor(
    readonly url: string,
    private readonly clientId = "demo-client",
    private readonly clientSecret = "demo-secret"
  ) {}

  /** A call with all that Walmart asks for; `headers` with undefined leave one out. */
  async call(method: string, path: string, options: CallOptions = {}): Promise<Reply> {
    this.token ??= String((await this.fetchToken()).body.access_token)
    const json = options.body === undefined ? {} : { "content-type": "application/json" }
    const headers = {
      ...commonHeaders(),
      "WM_SEC.ACCESS_TOKEN": this.token,
      ...json,
      ...options.headers,
    }
    const body = typeof options.body === "string" ? options.body : JSON.stringify(options.body)
    return request(this.url, method, path, headers, body)
  }

  /** `POST /v3/token` */
  fetchToken(options: CallOptions = {}): Promise<Reply> {
    const pair = Buffer.from(`${this.clientId}:${this.clientSecret}`).toString("base64")
    const headers = {
      ...commonHeaders(),
      authorization: `Basic ${pair}`,
      "content-type": "application/x-www-form-urlencoded",
      ...options.headers,
    }
    const body = String(options.body ?? "grant_type=client_credentials")
    return request(this.url, "POST", "/v3/token", headers, body)
  }

  /** Makes the next call fetch a new token: after a reset or when time was advanced. */
  forgetToken(): void {
    this.token = null
  }

  get(path: string): Promise<Reply> {
    return this.call("GET", path)
  }

  acknowledge(purchaseOrderId: string): Promise<Reply> {
    return this.call("POST", `/v3/orders/${purchaseOrderId}/acknowledge`)
  }

  ship(purchaseOrderId: string, lines: unknown[], more: object = {}): Promise<Reply> {
    const body = { orderShipment: { ...more, orderLines: { orderLine: lines } } }
    return this.call("POST", `/v3/orders/${purchaseOrderId}/shipping`, { body })
  }

  cancel(purchaseOrderId: string, lines: unknown[]): Promise<Reply> {
    const body = { orderCancellation: { orderLines: { orderLine: lines } } }
    return this.call("POST", `/v3/orders/${purchaseOrderId}/cancel`, { body })
  }

  /** The statuses of one line as "Shipped 1, Acknowledged 2". */
  async statuses(purchaseOrderId: string, lineNumber = "1"): Promise<string> {
    const { body } = await this.get(`/v3/orders/${purchaseOrderId}`)
    return statusesOf(body, lineNumber)
  }
}

/** The statuses of one line in an answer with an order. */
export function statusesOf(body: Json, lineNumber = "1"): string {
  const lines = [...Object.values(body.order.orderLines.orderLine)]
  const line = lines.find((candidate) => String(candidate.lineNumber) === lineNumber)
  const entries = Object.values(line?.orderLineStatuses.orderLineStatus ?? {})
  return entries
    .map((entry) => `${String(entry.status)} ${String(entry.statusQuantity.amount)}`)
    .join(", ")
}

/** One package of a shipping body; `tracking` overrides fields of trackingInfo. */
export function parcel(quantity: unknown, tracking: object = {}, more: object = {}) {
  return {
    status: "Shipped",
    statusQuantity: { unitOfMeasurement: "EACH", amount: quantity },
    trackingInfo: {
      shipDateTime: Date.now(),
      carrierName: { carrier: "UPS" },
      methodCode: "Standard",
      trackingNumber: "1Z999AA10123456784",
      ...tracking,
    },
    ...more,
  }
}

/** One line of a shipping body. */
export function shipLine(lineNumber: string, parcels: unknown[], more: object = {}) {
  return {
    lineNumber,
    sellerOrderId: "M-1042",
    orderLineStatuses: { orderLineStatus: parcels },
    ...more,
  }
}

/** One line of a cancellation body. */
export function cancelLine(
  lineNumber: string,
  quantity: unknown,
  cancellationReason = "SELLER_CANCEL_PRICING_ERROR"
) {
  const statusQuantity = { unitOfMeasurement: "EACH", amount: quantity }
  const entry = { status: "Cancelled", cancellationReason, statusQuantity }
  return { lineNumber, orderLineStatuses: { orderLineStatus: [entry] } }
}

/** Milliseconds of a day. */
export const DAY_MS = 86_400_000

/** A time as a search takes it: without milliseconds. */
export function iso(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+/, "")
}

/** The purchase orders of a page of a search. */
export function orderIds(reply: Reply): string[] {
  const orders: Json[] = Object.values(reply.body.list.elements.order)
  return orders.map((order) => String(order.purchaseOrderId))
}

/** The error entries of an answer as one text, in whichever shape they came. */
export function refusalText(reply: Reply): string {
  return JSON.stringify(reply.body)
}

/** A simulator and its default seller, for one spec file. */
export async function startWithSeller(): Promise<{ simulator: Simulator; seller: TestSeller }> {
  const simulator = await startSimulator({ port: 0, ownRules: true })
  return { simulator, seller: new TestSeller(simulator.url) }
}

/** One simulator and its default seller for a whole spec file; each test starts from an empty Walmart. */
export function sharedSeller(): { simulator: Simulator; seller: TestSeller } {
  const shared = {} as { simulator: Simulator; seller: TestSeller }
  beforeAll(async () => {
    Object.assign(shared, await startWithSeller())
  })
  beforeEach(() => {
    shared.simulator.control.run("POST", "reset")
    shared.seller.forgetToken()
  })
  afterAll(() => shared.simulator.close())
  return shared
}

function commonHeaders() {
  return {
    accept: "application/json",
    "WM_QOS.CORRELATION_ID": randomUUID(),
    "WM_SVC.NAME": "Walmart Marketplace",
  }
}

/** Any request; a body that is not JSON is answered as {}. */
export async function request(
  url: string,
  method: string,
  path: string,
  headers: Record<string, string | undefined>,
  body?: string
): Promise<Reply> {
  const given = Object.entries(headers).filter((pair): pair is [string, string] => {
    return pair[1] !== undefined
  })
  const response = await fetch(url + path, { method, headers: given, body })
  const text = await response.text()
  const isJson = /^[[{]/.test(text) && !text.includes("<") && isWhole(text)
  return {
    status: response.status,
    body: isJson ? JSON.parse(text) : {},
    text,
    headers: response.headers,
  }
}

function isWhole(text: string): boolean {
  return text.endsWith("}") || text.endsWith("]")
}
