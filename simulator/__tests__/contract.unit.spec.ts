import { execFile, spawn } from "node:child_process"
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs"
import { createServer } from "node:http"
import type { AddressInfo } from "node:net"
import { tmpdir } from "node:os"
import path from "node:path"
import { startSimulator } from "../index"
import { cancelLine, parcel, shipLine, TestSeller } from "./test-seller"

const repoRoot = path.join(__dirname, "..", "..")
const checker = path.join(repoRoot, "..", "shared", "contract", "check.mjs")
const hasContract = existsSync(checker)

let folder: string
let file: string

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "simulator-"))
  file = path.join(folder, "traffic.jsonl")
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Every endpoint once and more, with requests that Walmart would take. */
async function everyExchange(recordTo: string): Promise<void> {
  const simulator = await startSimulator({ port: 0, ownRules: true, recordTo })
  const shop = createServer((_request, response) => response.end())
  await new Promise<void>((resolve) => shop.listen(0, "127.0.0.1", resolve))
  const eventUrl = `http://127.0.0.1:${(shop.address() as AddressInfo).port}`
  const seller = new TestSeller(simulator.url)
  await useOrders(seller)
  await useOptions(seller)
  await useWebhooks(seller, eventUrl)
  await seller.get("/v3/token/detail")
  await simulator.close()
  shop.closeAllConnections()
  await new Promise((resolve) => shop.close(resolve))
}

async function newOrder(seller: TestSeller): Promise<string> {
  const line = { sku: "MUG-1", quantity: 4, price: 40, tax: 3.2, discount: 4, shipping: 5 }
  const body = { lines: [line, { ...line, sku: "MUG-2" }], intentToCancel: true }
  const reply = await seller.call("POST", "/v1/simulations/orders", { body })
  return String(reply.body.purchaseOrderId)
}

async function useOrders(seller: TestSeller): Promise<void> {
  const id = await newOrder(seller)
  await newOrder(seller)
  await seller.get("/v3/orders?limit=1&productInfo=true&replacementInfo=true")
  await seller.get("/v3/orders/released")
  await seller.acknowledge(id)
  const override = { intentToCancelOverride: true }
  const other = { carrierName: { otherCarrier: "Acme" }, trackingURL: "https://acme.example/1" }
  await seller.ship(id, [shipLine("1", [parcel("1"), parcel("1", other)], override)])
  const current = { currentTrackingInfo: { trackingNumber: "1Z999AA10123456784" } }
  const change = [shipLine("1", [parcel("1", { trackingNumber: "1ZNEW" }, current)], override)]
  await seller.ship(id, change, { processMode: "PARTIAL_UPDATE" })
  await seller.cancel(id, [cancelLine("1", "1", "SELLER_CANCEL_OUT_OF_STOCK")])
  await refund(seller, id)
  await useReturns(seller, id)
  await seller.get(`/v3/orders/${id}?productInfo=true&replacementInfo=true`)
  const body = { sku: "MUG-1", quantity: { unit: "EACH", amount: 3 } }
  await seller.call("PUT", "/v3/inventory?sku=MUG-1", { body })
  await seller.get("/v3/inventory?sku=MUG-1")
  await useNodes(seller)
}

async function useReturns(seller: TestSeller, purchaseOrderId: string): Promise<void> {
  await fetch(`${seller.url}/__control/returns`, {
    method: "POST",
    body: JSON.stringify({ lines: [{ purchaseOrderId, quantity: 2 }] }),
  })
  const found = await seller.get("/v3/returns?replacementInfo=true")
  const { returnOrderId, customerOrderId } = found.body.returnOrders[0]
  const quantity = { unitOfMeasure: "EACH", measurementValue: 1 }
  const body = { customerOrderId, refundLines: [{ returnOrderLineNumber: 1, quantity }] }
  await seller.call("POST", `/v3/returns/${String(returnOrderId)}/refund`, { body })
}

async function useNodes(seller: TestSeller): Promise<void> {
  const node = (shipNode: string) => ({ shipNode, inputQty: { unit: "EACH", amount: 3 } })
  const body = { inventories: { nodes: [node("1000001"), node("9")] } }
  await seller.call("PUT", "/v3/inventories/MUG-1", { body })
  await seller.get("/v3/inventories/MUG-1")
  await seller.get("/v3/inventories?limit=1")
  const item = { sku: "MUG-1", quantity: { unit: "EACH", amount: 3 } }
  const file = JSON.stringify({ InventoryHeader: { version: "1.4" }, Inventory: [item] })
  const part = 'Content-Disposition: form-data; name="file"'
  const headers = { "content-type": "multipart/form-data; boundary=XX" }
  const form = `--XX\r\n${part}\r\n\r\n${file}\r\n--XX--`
  await seller.call("POST", "/v3/feeds?feedType=inventory", { body: form, headers })
}

async function refund(seller: TestSeller, purchaseOrderId: string): Promise<void> {
  const chargeAmount = { currency: "USD", amount: -2 }
  const charge = { chargeType: "PRODUCT", chargeName: "ItemPrice", chargeAmount }
  const refundCharge = [{ refundReason: "DamagedItem", charge }]
  const line = { lineNumber: "1", refunds: { refund: [{ refundCharges: { refundCharge } }] } }
  const body = { orderRefund: { purchaseOrderId, orderLines: { orderLine: [line] } } }
  await seller.call("POST", `/v3/orders/${purchaseOrderId}/refund`, { body })
}

async function useOptions(seller: TestSeller): Promise<void> {
  for (const option of ["singleObjects", "chargesArePerUnit"]) {
    await fetch(`${seller.url}/__control/options`, {
      method: "POST",
      body: JSON.stringify({ [option]: true }),
    })
    await seller.get("/v3/orders")
    await seller.get(`/v3/orders/${await newOrder(seller)}`)
  }
}

async function useWebhooks(seller: TestSeller, eventUrl: string): Promise<void> {
  const authDetails = { authMethod: "HMAC", authHeaderName: "X-Sig", clientSecret: "s3cret" }
  const what = { eventType: "ORDER_UPDATES", eventVersion: "V1", resourceName: "ORDER" }
  const event = { ...what, eventUrl, authDetails }
  const subscriptions = "/v3/webhooks/subscriptions"
  await seller.get("/v3/webhooks/eventTypes")
  await seller.call("POST", "/v3/webhooks/test", { body: event })
  const body = { events: [{ ...event, status: "ACTIVE" }] }
  const made = await seller.call("POST", subscriptions, { body })
  await seller.get(subscriptions)
  const one = `${subscriptions}/${String(made.body.event[0].subscriptionId)}`
  await seller.call("PATCH", one, { body: { status: "INACTIVE" } })
  await seller.call("DELETE", one)
}

describe("recorded traffic", () => {
  const check = hasContract ? it : it.skip
  const why = hasContract ? "" : " (skipped: Walmart's documents are not beside the repository)"

  check(`keeps to Walmart's published documents${why}`, async () => {
    await everyExchange(file)
    const report = await new Promise<string>((resolve) => {
      execFile(process.execPath, [checker, file], (_error, stdout) => resolve(stdout))
    })
    expect(report).toMatch(/\d{2} exchanges, 0 violations/)
    expect(report.match(/→ /g)).toHaveLength(23)
    expect(report).not.toMatch(/→ [^2]/)
  })

  it("holds no token and no secret", async () => {
    await everyExchange(file)
    const text = readFileSync(file, "utf8")
    expect(text).toContain('"access_token":"redacted"')
    expect(text).not.toMatch(/demo-secret|s3cret|sim[0-9a-f]{20}/)
    const first = JSON.parse(text.split("\n")[0])
    expect(Object.keys(first)).toEqual(["method", "path", "request", "status", "response"])
  })
})

describe("the command", () => {
  it("says where it listens and ends cleanly on SIGTERM", async () => {
    const tsx = path.join(repoRoot, "node_modules", "tsx", "dist", "cli.mjs")
    const cli = path.join(repoRoot, "simulator", "cli.ts")
    const child = spawn(process.execPath, [tsx, cli, "--port", "0", "--record", file])
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve))
    const line = await new Promise<string>((resolve) =>
      child.stdout.once("data", (data) => resolve(String(data)))
    )
    const [, url] =
      /^Walmart simulator listening on (http:\/\/127\.0\.0\.1:\d+)\n$/.exec(line) ?? []
    expect((await new TestSeller(url).get("/v3/orders")).status).toBe(200)
    child.kill("SIGTERM")
    expect(await ended).toBe(0)
    expect(readFileSync(file, "utf8").split("\n")).toHaveLength(3)
  })
})
