import { cancelLine, parcel, shipLine, sharedSeller, type Reply } from "./test-seller"

const walmart = sharedSeller()

function create(quantity = 1): string {
  const lines = [{ sku: "MUG-1", quantity, price: 10 }]
  return walmart.simulator.control.createOrder({ status: "Acknowledged", lines }).purchaseOrderId
}

function arm(fault: object, more: object = {}): void {
  walmart.simulator.control.run("POST", "faults", { route: "orders.shipping", fault, ...more })
}

/** The reply, or "dropped" when the connection ended without one. */
async function attempt(call: Promise<Reply>): Promise<Reply | "dropped"> {
  return call.catch((error: unknown) => {
    if (Object(error).message === "fetch failed") return "dropped" as const
    throw error
  })
}

function ship(id: string): Promise<Reply | "dropped"> {
  return attempt(walmart.seller.ship(id, [shipLine("1", [parcel("1")])]))
}

async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) await new Promise((resolve) => setImmediate(resolve))
}

describe("a fault", () => {
  it.each([
    ["status", { kind: "status", status: 503, body: { x: 1 } }, 503, 0],
    ["drop_before", { kind: "drop_before" }, "dropped", 0],
    ["drop_after", { kind: "drop_after" }, "dropped", 1],
    ["delay", { kind: "delay", ms: 20 }, 200, 1],
    ["delay then drop", { kind: "delay", ms: 20, then: "drop" }, "dropped", 1],
    ["error_after", { kind: "error_after", status: 503 }, 503, 1],
    ["malformed", { kind: "malformed" }, 200, 1],
    ["empty", { kind: "empty" }, 200, 1],
    ["html", { kind: "html", status: 502 }, 502, 0],
    ["huge", { kind: "huge", bytes: 100_000 }, 200, 1],
    ["not_applied_empty", { kind: "not_applied_empty" }, 200, 0],
    ["rate_limited", { kind: "rate_limited", headers: { "Retry-After": "1" } }, 429, 0],
  ])("of kind %s does what it says, once", async (_name, fault, expected, applied) => {
    const id = create(2)
    arm(fault)
    const reply = await ship(id)
    expect(reply === "dropped" ? reply : reply.status).toBe(expected)
    expect(walmart.simulator.control.ledger(id)).toHaveLength(applied)
    const seen = walmart.simulator.control.requests("/v3/orders")
    expect(seen[0]).toMatchObject({ fault: fault.kind, path: expect.stringContaining(id) })
    expect(await ship(id)).toMatchObject({ status: 200 })
    expect(walmart.simulator.control.ledger(id)).toHaveLength(applied + 1)
  })

  it("of kind malformed, empty, html or huge spoils the body", async () => {
    const id = create(4)
    const text = async (fault: object) => {
      arm(fault)
      const reply = await ship(id)
      return reply === "dropped" ? reply : reply.text
    }
    expect(() => JSON.parse("")).toThrow(SyntaxError)
    const malformed = await text({ kind: "malformed" })
    expect(() => JSON.parse(malformed)).toThrow(SyntaxError)
    expect(await text({ kind: "empty" })).toBe("")
    expect(await text({ kind: "html" })).toContain("<html>")
    expect((await text({ kind: "huge", bytes: 100_000 })).length).toBeGreaterThan(100_000)
  })

  it("of kind apply_late drops now and applies later", async () => {
    const id = create()
    arm({ kind: "apply_late", ms: 50 })
    expect(await ship(id)).toBe("dropped")
    expect(walmart.simulator.control.ledger(id)).toEqual([])
    await until(() => walmart.simulator.control.ledger(id).length === 1)
    expect(await walmart.seller.statuses(id)).toBe("Shipped 1")
  })

  it("that holds a call lets it go on at once when it is told to", async () => {
    const id = create()
    arm({ kind: "delay", ms: 3_600_000 })
    const reply = ship(id)
    await until(() => walmart.simulator.control.ledger(id).length === 1)
    walmart.simulator.control.run("POST", "faults/release")
    expect(await reply).toMatchObject({ status: 200 })
  })

  it("of kind hang never answers, until a reset ends it; nothing is applied", async () => {
    const id = create()
    arm({ kind: "hang" })
    const reply = ship(id)
    await until(() =>
      walmart.simulator.control.requests("/v3/orders").some((seen) => seen.fault === "hang")
    )
    walmart.simulator.control.run("POST", "reset")
    expect(await reply).toBe("dropped")
    expect(walmart.simulator.control.ledger()).toEqual([])
  })

  it("of kind stale_read answers so many reads with the state before the last write", async () => {
    const id = create()
    await ship(id)
    const fault = { kind: "stale_read", reads: 2 }
    walmart.simulator.control.run("POST", "faults", { route: "orders.get", fault })
    expect(await walmart.seller.statuses(id)).toBe("Acknowledged 1")
    expect(await walmart.seller.statuses(id)).toBe("Acknowledged 1")
    expect(await walmart.seller.statuses(id)).toBe("Shipped 1")
  })

  it("of kind stale_read can wait for the next write", async () => {
    const id = create(2)
    await ship(id)
    const fault = { kind: "stale_read", after: "next_write" }
    walmart.simulator.control.run("POST", "faults", {
      route: "orders.get",
      purchaseOrderId: id,
      fault,
    })
    expect(await walmart.seller.statuses(id)).toBe("Acknowledged 1, Shipped 1")
    await walmart.seller.cancel(id, [cancelLine("1", "1")])
    expect(await walmart.seller.statuses(id)).toBe("Acknowledged 1, Shipped 1")
    expect(await walmart.seller.statuses(id)).toBe("Shipped 1, Cancelled 1")
  })

  it("concerns only its route and order, in the order in which it was armed, so many times", async () => {
    const id = create()
    const other = create()
    arm({ kind: "status", status: 500 }, { purchaseOrderId: id, times: 2 })
    arm({ kind: "status", status: 503 }, { purchaseOrderId: id })
    expect((await walmart.seller.get(`/v3/orders/${id}`)).status).toBe(200)
    expect(await ship(other)).toMatchObject({ status: 200 })
    const statuses = [await ship(id), await ship(id), await ship(id), await ship(id)]
    expect(statuses).toMatchObject([500, 500, 503, 200].map((status) => ({ status })))
  })

  it("for * concerns the token as well", async () => {
    arm({ kind: "status", status: 500 }, { route: "*" })
    expect((await walmart.seller.fetchToken()).status).toBe(500)
    expect((await walmart.seller.fetchToken()).status).toBe(200)
  })

  it("is not used up by a call the gateway refuses", async () => {
    const id = create()
    arm({ kind: "drop_after" })
    const path = `/v3/orders/${id}/shipping`
    await walmart.seller.call("POST", path, { body: {}, headers: { accept: "text/xml" } })
    expect(await ship(id)).toBe("dropped")
  })

  it("can strike at random, the same way for the same seed, until it is disarmed", async () => {
    const run = async () => {
      walmart.simulator.control.run("POST", "faults", {
        route: "orders.get",
        probability: 0.5,
        seed: 7,
        mix: [
          { kind: "status", status: 500 },
          { kind: "status", status: 503 },
        ],
      })
      const statuses: number[] = []
      for (let n = 0; n < 20; n++) statuses.push((await walmart.seller.get("/v3/orders/1")).status)
      walmart.simulator.control.run("DELETE", "faults")
      return statuses
    }
    const first = await run()
    expect(new Set(first)).toEqual(new Set([404, 500, 503]))
    expect(await run()).toEqual(first)
    expect((await walmart.seller.get("/v3/orders/1")).status).toBe(404)
  })

  it.each([
    [{ route: "orders.ship", fault: { kind: "hang" } }, "route"],
    [{ route: "*", fault: { kind: "explode" } }, "no known kind"],
    [{ route: "*", fault: { kind: "delay" } }, "ms is missing"],
    [{ route: "*", fault: { kind: "hang", ms: 1 } }, "not a documented field"],
    [{ route: "*" }, "either"],
  ])("is refused when it is not understood: %j", (body, text) => {
    expect(() => walmart.simulator.control.run("POST", "faults", body)).toThrow(text)
  })
})
