import type { SenderDeps, SendingPoint } from "../../../src/modules/walmart/queue/senders/sender"
import { waitFor } from "../../../testing/wait-for"
import { HELD_MS, type Stage } from "./stage"
import { shipment } from "./updates"

/** Takes a safeguard away, or nothing. */
export type Alter = (deps: SenderDeps) => SenderDeps

/** A hand-made interleaving that goes wrong without one safeguard. What went wrong shows in the stage's findings. */
export type Scenario = (stage: Stage, alter: Alter) => Promise<void>

const LEASE_MS = 120_000
const SETTLE_MS = 60_000

/** Walmart applies a call and the answer is lost: only reading tells. */
export const lostAnswer: Scenario = async (stage, alter) => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  stage.fault("orders.shipping", { kind: "drop_after" })
  await stage.sender(alter).round()
  await stage.passTwoReads(alter)
}

/** Walmart applies a call after the connection has broken: whoever reads too early sends it again. */
export const lateApplication: Scenario = async (stage, alter) => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  stage.fault("orders.shipping", { kind: "apply_late", ms: HELD_MS })
  await stage.sender(alter).round()
  await stage.pass(SETTLE_MS - 30_000)
  await stage.sender(alter).round()
  stage.release()
  const effects = () => stage.simulator.control.ledger(order.po).length
  await waitFor("every call to be applied", () => effects() === stage.posts(order))
  await stage.pass(30_000)
  await stage.sender(alter).round()
}

/** Walmart applied a call whose answer was lost, and shows the order once more as it was before. */
export const staleRead: Scenario = async (stage, alter) => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  stage.fault("orders.shipping", { kind: "drop_after" })
  await stage.sender(alter).round()
  stage.fault("orders.get", { kind: "stale_read" })
  await stage.passTwoReads(alter)
}

/** Two processes have read the same order; the older one's lease has ended, and it does not know. */
export const lateOwner: Scenario = async (stage, alter) => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  const [read, begun, newerRead] = [
    new Gate("order_read"),
    new Gate("call_begun"),
    new Gate("order_read"),
  ]
  const older = sending(stage, alter, [read, begun])
  await read.isThere
  await stage.pass(LEASE_MS)
  const newer = sending(stage, alter, [newerRead])
  await newerRead.isThere
  read.open()
  await Promise.race([older, begun.isThere])
  newerRead.open()
  await newer
  begun.open()
  await older
}

/** An update is queued, but not yet committed, while its order is given back. */
export const lostWakeUp: Scenario = async (stage, alter) => {
  const order = await stage.anOrder([9])
  await stage.enqueue(order, [shipment({ 1: 2 })])
  const finished = new Gate("updates_finished")
  const sender = sending(stage, alter, [finished])
  await finished.isThere
  const queueing = await stage.db.transaction()
  await stage.enqueue(order, [shipment({ 1: 1 })], queueing)
  finished.open()
  await stage.isWaitingForLock()
  await queueing.commit()
  await sender
}

/** Claims one order and sends for it, held at gates. */
export async function sending(stage: Stage, alter: Alter, gates: Gate[]): Promise<void> {
  const failpoint = async (point: SendingPoint) => {
    for (const gate of gates) await gate.failpoint(point)
  }
  const sender = stage.sender((deps) => alter({ ...deps, failpoint }))
  const [owned] = await sender.claim()
  await sender.send(owned)
}

/** Holds a sender at a named point until it is opened. */
export class Gate {
  open: () => void = () => {}
  /** Resolves when the sender stands at the gate. */
  readonly isThere: Promise<void>
  readonly failpoint: (point: SendingPoint) => Promise<void>

  constructor(at: SendingPoint) {
    const opened = new Promise<void>((resolve) => (this.open = resolve))
    let arrive: () => void = () => {}
    this.isThere = new Promise<void>((resolve) => (arrive = resolve))
    this.failpoint = async (point) => {
      if (point !== at) return
      arrive()
      await opened
    }
  }
}
