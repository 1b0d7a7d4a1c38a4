import { englishOf } from "../../words/phrase"
import { parseEventTypes, parseSubscriptions } from "../../api/schemas/webhook-schema"
import {
  orderUpdates,
  ownSubscription,
  returnEvents,
  subscriptionOrder,
  subscriptionWarning,
} from "../subscription"

const TYPE = { eventType: "ORDER_UPDATES", eventVersion: "V1", resourceName: "ORDER" }
const RAW = { ...TYPE, subscriptionId: 17, eventUrl: "https://a.example/x", status: "Active" }
const READ = { ...TYPE, id: "17", eventUrl: "https://a.example/x", status: "ACTIVE" }

describe("Walmart's subscriptions", () => {
  it.each([
    ["events", { events: [RAW] }],
    ["event", { event: [RAW] }],
    ["both, one in the other", { events: [{ event: [RAW] }] }],
    ["a single object", { event: RAW }],
    ["nothing", [RAW]],
  ])("are read wrapped in %s", (_what, json) => {
    expect(parseSubscriptions(json)).toEqual([READ])
  })

  it.each([{}, null, { events: [] }, { events: [{ event: [] }] }])("may be none: %j", (json) => {
    expect(parseSubscriptions(json)).toEqual([])
  })

  it("are read without the secrets that Walmart may show", () => {
    const json = { events: [{ ...RAW, authDetails: { clientSecret: "s3cret" } }] }
    expect(JSON.stringify(parseSubscriptions(json))).not.toContain("s3cret")
  })

  it.each([{ eventTypes: [TYPE] }, { events: [TYPE] }])("are of types in %j", (json) => {
    expect(orderUpdates(parseEventTypes(json))).toEqual(TYPE)
  })

  it("are to the newest version that is offered, and to nothing when none is", () => {
    expect(orderUpdates([TYPE, { ...TYPE, eventVersion: "V2" }])?.eventVersion).toBe("V2")
    const versions = ["V2", "V10", "V9"].map((eventVersion) => ({ ...TYPE, eventVersion }))
    expect(orderUpdates(versions)?.eventVersion).toBe("V10")
    expect(orderUpdates([{ ...TYPE, eventType: "PO_CREATED" }])).toBeNull()
  })

  it("are to everything about returns that is offered, each in its newest version", () => {
    const created = { eventType: "RETURN_CREATED", eventVersion: "V1", resourceName: "RETURNS" }
    const newer = { ...created, eventVersion: "V2" }
    const delivered = { ...created, eventType: "RETURN_DELIVERED" }
    expect(returnEvents([TYPE, created, newer, delivered])).toEqual([newer, delivered])
    expect(returnEvents([TYPE])).toEqual([])
  })

  it("are renewed when they are ours", () => {
    expect(ownSubscription([READ], READ)).toBe(READ)
    expect(ownSubscription([READ], { ...READ, eventUrl: "https://b.example/x" })).toBeNull()
    expect(ownSubscription([READ], { ...READ, eventType: "RETURN_CREATED" })).toBeNull()
  })

  it("that end or are not delivered have a warning", () => {
    expect(subscriptionWarning(READ)).toBeNull()
    expect(englishOf(subscriptionWarning({ ...READ, eventType: "PO_CREATED" }))).toContain(
      "15 December 2026"
    )
    expect(englishOf(subscriptionWarning({ ...READ, status: "INACTIVE" }))).toContain(
      "Subscribe again"
    )
  })

  it.each([
    [
      { auth: "hmac", header: "X-Sig", secret: "s" } as const,
      { authMethod: "HMAC", authHeaderName: "X-Sig", clientSecret: "s" },
    ],
    [
      { auth: "basic", header: "A", userName: "u", password: "p" } as const,
      { authMethod: "BASIC_AUTH", authHeaderName: "A", userName: "u", password: "p" },
    ],
    [
      { auth: "oauth", header: "A", clientId: "c", clientSecret: "s" } as const,
      {
        authMethod: "OAUTH",
        authHeaderName: "A",
        authUrl: "https://a.example/x/token",
        clientId: "c",
        clientSecret: "s",
      },
    ],
  ])("say how Walmart proves itself", (auth, authDetails) => {
    expect(subscriptionOrder(TYPE, "https://a.example/x", auth)).toMatchObject({
      ...TYPE,
      authDetails,
    })
  })
})
