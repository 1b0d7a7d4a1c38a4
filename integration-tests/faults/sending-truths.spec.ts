import type { SendingPoint } from "../../src/modules/walmart/queue/senders/sender"
import { REFUSAL } from "./harness/refusal"
import { Stage } from "./harness/stage"
import { cancellation, shipment } from "./harness/updates"

/* What the record says is what Walmart has, and an outage of reading is nobody's fault. */

let stage: Stage

beforeEach(async () => {
  stage = await Stage.start()
})
afterEach(async () => {
  expect(await stage.findings(true)).toEqual([])
  await stage.close()
})

async function aParcel() {
  const order = await stage.anOrder([1])
  await stage.enqueue(order, [shipment({ 1: 1 })])
  return order
}

it("an outage that answers reads with 400 hands nothing to a person, and the parcel goes out behind it", async () => {
  const order = await aParcel()
  for (let n = 0; n < 2; n++) {
    stage.fault("orders.get", REFUSAL)
    await stage.sender().round()
    expect(await stage.statuses(order)).toEqual(["pending"])
    await stage.pass(30 * 60_000)
  }
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it("an order that Walmart keeps refusing to show waits for a person after three reads", async () => {
  const order = await aParcel()
  stage.fault("orders.get", REFUSAL, { times: 3 })
  for (let n = 0; n < 3; n++) {
    await stage.sender().round()
    await stage.pass(30 * 60_000)
  }
  expect(await stage.statuses(order)).toEqual(["needs_attention"])
  expect(stage.posts(order)).toBe(0)
  stage.asked.splice(0)
})

it("a parcel that is taken back while its call is under way is on record as sent, because Walmart has it", async () => {
  const order = await aParcel()
  const failpoint = async (point: SendingPoint) => {
    if (point !== "call_answered") return
    await stage.db.raw("UPDATE walmart_update SET status = 'superseded', finished_at = now()")
  }
  await stage.sender((deps) => ({ ...deps, failpoint })).round()
  expect(stage.shipped(order)).toBe(1)
  expect(await stage.statuses(order)).toEqual(["sent"])
})

it("units whose cancellation is confirmed are not canceled again when Walmart shows the order as it was before", async () => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [cancellation({ 1: 3 })])
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent"])
  stage.fault("orders.get", { kind: "stale_read" })
  await stage.enqueue(order, [cancellation({ 1: 5 }, undefined, 2)])
  await stage.sender().round()
  expect(await stage.statuses(order)).toEqual(["sent", "sent"])
  expect(stage.posts(order)).toBe(2)
})
