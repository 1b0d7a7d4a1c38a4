import { ENDPOINTS, type Endpoint } from "./rate-limit"
import { badContent } from "../wire/errors"
import { amount, count, fields, isRecord, list, oneOf, text } from "../wire/body"

/** What a fault does to a call that the gateway has let through. */
export type Fault =
  | { kind: "status"; status: number; body?: unknown; headers?: Record<string, string> }
  | { kind: "drop_before" }
  | { kind: "drop_after" }
  | { kind: "delay"; ms: number; then?: "answer" | "drop" }
  | { kind: "apply_late"; ms: number; answer?: "drop" | "hang" }
  | { kind: "error_after"; status: number }
  | { kind: "malformed" }
  | { kind: "empty" }
  | { kind: "html"; status?: number }
  | { kind: "huge"; bytes: number }
  | { kind: "not_applied_empty" }
  | { kind: "hang" }
  | { kind: "rate_limited"; headers?: Record<string, string> }
  | { kind: "stale_read"; reads?: number; after?: "next_write" }

/** Required and optional fields of every kind of fault. */
const SHAPES: Record<Fault["kind"], [string[], string[]]> = {
  status: [["status"], ["body", "headers"]],
  drop_before: [[], []],
  drop_after: [[], []],
  delay: [["ms"], ["then"]],
  apply_late: [["ms"], ["answer"]],
  error_after: [["status"], []],
  malformed: [[], []],
  empty: [[], []],
  html: [[], ["status"]],
  huge: [["bytes"], []],
  not_applied_empty: [[], []],
  hang: [[], []],
  rate_limited: [[], ["headers"]],
  stale_read: [[], ["reads", "after"]],
}

/** A call as the plan sees it. `writtenAt` is the serial of the last write that the call could show. */
export interface FaultTarget {
  endpoint: Endpoint
  purchaseOrderId: string | null
  isRead: boolean
  writtenAt: number
}

interface Armed {
  route: Endpoint | "*"
  purchaseOrderId: string | null
  left: number
  choices: Fault[]
  probability: number
  random: () => number
  armedAt: number
}

/** The faults that wait for calls, consumed in the order in which they were armed. */
export class FaultPlan {
  private armed: Armed[] = []

  /** Arms a fault from a control body; refuses unknown routes, kinds and fields. `writeSerial` is the world's last write. */
  arm(body: unknown, writeSerial: number): void {
    this.armed.push(parseFault(body, writeSerial))
  }

  /** Disarms everything. */
  clear(): void {
    this.armed = []
  }

  /** What is still armed, for people. */
  describe(): unknown[] {
    return this.armed.map(({ route, purchaseOrderId, left, choices, probability }) => ({
      route,
      purchaseOrderId,
      left: left === Infinity ? "unlimited" : left,
      probability,
      faults: choices,
    }))
  }

  /** The fault for this call, which is thereby used up, or null. */
  take(target: FaultTarget): Fault | null {
    for (const armed of this.armed) {
      if (!concerns(armed, target) || armed.random() >= armed.probability) continue
      const fault = armed.choices[Math.floor(armed.random() * armed.choices.length)]
      if (!isPossible(fault, armed, target)) continue
      armed.left -= 1
      this.armed = this.armed.filter((candidate) => candidate.left > 0)
      return fault
    }
    return null
  }
}

function concerns(armed: Armed, target: FaultTarget): boolean {
  if (armed.route !== "*" && armed.route !== target.endpoint) return false
  return armed.purchaseOrderId === null || armed.purchaseOrderId === target.purchaseOrderId
}

function isPossible(fault: Fault, armed: Armed, target: FaultTarget): boolean {
  if (fault.kind !== "stale_read") return true
  if (!target.isRead) return false
  return fault.after !== "next_write" || target.writtenAt > armed.armedAt
}

function parseFault(body: unknown, writeSerial: number): Armed {
  const optional = ["purchaseOrderId", "times", "fault", "mix", "probability", "seed"]
  const spec = fields(body, "fault", ["route"], optional)
  if ((spec.fault === undefined) === (spec.mix === undefined)) {
    throw badContent("fault: give either `fault` or `mix`")
  }
  const isRandom = spec.probability !== undefined
  const choices = spec.mix === undefined ? [spec.fault] : list(spec.mix, "mix")
  const faults = choices.map((choice) => parseKind(choice))
  const once = faults[0].kind === "stale_read" ? (faults[0].reads ?? 1) : 1
  return {
    route: oneOf(spec.route, [...ENDPOINTS, "*"] as const, "route"),
    purchaseOrderId:
      spec.purchaseOrderId === undefined ? null : text(spec.purchaseOrderId, "purchaseOrderId"),
    left: spec.times === undefined ? (isRandom ? Infinity : once) : count(spec.times, "times"),
    choices: faults,
    probability: isRandom ? amount(spec.probability, "probability") : 1,
    random: randomFrom(spec.seed === undefined ? 1 : amount(spec.seed, "seed")),
    armedAt: writeSerial,
  }
}

function parseKind(value: unknown): Fault {
  if (!isFault(value)) throw badContent(`fault: ${JSON.stringify(value)} has no known kind`)
  const [required, optional] = SHAPES[value.kind]
  fields(value, `fault ${value.kind}`, ["kind", ...required], optional)
  for (const name of ["status", "ms", "bytes", "reads"]) {
    const given = Object.entries(value).find(([field]) => field === name)
    if (given) amount(given[1], `fault ${value.kind}.${name}`)
  }
  return value
}

function isFault(value: unknown): value is Fault {
  return isRecord(value) && Object.keys(SHAPES).some((kind) => kind === value.kind)
}

/** mulberry32: small, seedable, good enough to choose faults. */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
