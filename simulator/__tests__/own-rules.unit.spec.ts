import { startSimulator, type Simulator } from "../index"
import { parcel, refusalText, shipLine, TestSeller } from "./test-seller"

let simulator: Simulator
let seller: TestSeller

beforeAll(async () => {
  simulator = await startSimulator({ port: 0 })
  seller = new TestSeller(simulator.url)
})

beforeEach(() => {
  simulator.control.run("POST", "reset")
  seller.forgetToken()
})

afterAll(() => simulator.close())

function order(): string {
  const lines = [{ sku: "MUG-1", quantity: 1, price: 10 }]
  return simulator.control.createOrder({ status: "Acknowledged", lines }).purchaseOrderId
}

const twice = async () => {
  const headers = { "WM_QOS.CORRELATION_ID": "a" }
  await seller.call("GET", "/v3/orders?limit=1", { headers })
  return seller.call("GET", "/v3/orders?limit=1", { headers })
}
const ship = (tracking: object) => seller.ship(order(), [shipLine("1", [parcel("1", tracking)])])

const OWN: [switchName: string, text: string, call: () => ReturnType<typeof twice>][] = [
  ["freshCorrelationIds", "was used for another call", twice],
  [
    "wholeSeconds",
    "Invalid Date format",
    () => seller.get("/v3/orders?createdStartDate=2026-01-01T00:00:00.000Z"),
  ],
  ["knownParameters", "not a parameter", () => seller.get("/v3/orders?pageSize=10")],
  ["knownParameters", "is empty", () => seller.get("/v3/orders?sku=")],
  ["filledTrackingUrls", "must not be empty", () => ship({ trackingURL: "" })],
  ["plausibleShipDates", "before the order", () => ship({ shipDateTime: 1_000 })],
]

describe("what no source says Walmart refuses", () => {
  it.each(OWN)("is taken unless %s is on (%s)", async (name, text, call) => {
    expect((await call()).status).toBe(200)
    simulator.control.run("POST", "options", { [name]: true })
    const refused = await call()
    expect(refused.status).toBe(400)
    expect(refusalText(refused)).toContain(text)
  })

  it("is refused from the start, and after a reset, by a simulator that is started with its own rules", async () => {
    const strict = await startSimulator({ port: 0, ownRules: true })
    try {
      strict.control.run("POST", "reset")
      const own = Object.fromEntries(OWN.map(([name]) => [name, true]))
      expect(strict.control.run("GET", "options")).toMatchObject(own)
    } finally {
      await strict.close()
    }
  })

  it("leaves what a source says refused", async () => {
    expect((await ship({ carrierName: { otherCarrier: "Acme" }, trackingURL: "" })).status).toBe(
      400
    )
    expect((await seller.get("/v3/orders?createdStartDate=yesterday")).status).toBe(400)
    expect((await seller.get("/v3/orders?limit=201")).status).toBe(400)
  })
})
