import type { Fault } from "../../../simulator"
import { REFUSAL } from "../harness/refusal"
import type { KnownOrder, Stage } from "../harness/stage"

/** Latest moment at which the simulated Walmart applies a call that nobody waits for any more. Must stay below the settle time. */
export const LATEST_APPLICATION_MS = 1_700

/** What happens to writes: applied or not, answered or not, late or not. */
const WRITE_FAULTS: Fault[] = [
  { kind: "drop_before" },
  { kind: "drop_after" },
  { kind: "error_after", status: 503 },
  { kind: "error_after", status: 500 },
  { kind: "status", status: 503 },
  { kind: "apply_late", ms: 600 },
  { kind: "apply_late", ms: 1_400 },
  { kind: "apply_late", ms: LATEST_APPLICATION_MS, answer: "hang" },
  { kind: "delay", ms: 1_300 },
  { kind: "malformed" },
  { kind: "empty" },
  { kind: "html" },
  { kind: "not_applied_empty" },
]

const READ_FAULTS: Fault[] = [
  { kind: "drop_before" },
  { kind: "status", status: 503 },
  { kind: "malformed" },
  { kind: "html" },
  { kind: "delay", ms: 100 },
]

const WRITES = [
  ...["orders.shipping", "orders.cancel", "orders.acknowledge", "orders.refund"],
  "inventory",
]

/** Walmart refuses every shipment of this order, whatever becomes of the others. */
export function refuseForEver(stage: Stage, { po }: KnownOrder): void {
  const more = { purchaseOrderId: po, times: 1_000_000 }
  stage.fault("orders.shipping", REFUSAL, more)
}

/**
 * Walmart shows the order once more as it was before its last write. Once in an order's life: what is shown old at both reads
 * of a call in doubt is beyond what can be promised.
 */
export function showAsBefore(stage: Stage, { po }: KnownOrder): void {
  stage.fault("orders.get", { kind: "stale_read" }, { purchaseOrderId: po })
}

/** Makes more than half of all writes and some reads go wrong, decided by the seed in the order in which calls arrive. */
export function armFaults(stage: Stage, seed: number): void {
  const arm = (route: string, mix: Fault[], probability: number) =>
    stage.simulator.control.run("POST", "faults", { route, mix, probability, seed })
  for (const route of WRITES) {
    arm(route, [{ kind: "rate_limited" }], 0.01)
    arm(route, WRITE_FAULTS, 0.7)
  }
  arm("orders.get", READ_FAULTS, 0.08)
  // Handed in and looked at under one name.
  arm("feeds", WRITE_FAULTS, 0.4)
  // Rare, because each holds the whole account for the half minute that a missing token costs.
  arm("token", [{ kind: "drop_before" }, { kind: "status", status: 503 }], 0.003)
}
