import { errorBody, refusal } from "../wire/errors"
import type { Fault } from "../state/faults"
import type { Answer, Outcome } from "../wire/http"
import type { World } from "../state/state"

/** Runs a call under a fault. `apply` is the call itself: it never rejects and is run at most once. */
export async function underFault(
  world: World,
  fault: Fault,
  apply: () => Promise<Answer>
): Promise<Outcome> {
  switch (fault.kind) {
    case "status":
    case "html":
    case "not_applied_empty":
    case "rate_limited":
      return notApplied(world, fault)
    case "drop_before":
      return "drop"
    case "hang":
      await world.timers.forever()
      return "drop"
    case "apply_late":
      return applyLate(world, fault, apply)
    case "delay":
      return delayed(world, fault, await apply())
    case "stale_read":
      return apply()
    default:
      return applied(world, fault, await apply())
  }
}

type NotApplied = Extract<Fault, { kind: "status" | "html" | "not_applied_empty" | "rate_limited" }>

function notApplied(world: World, fault: NotApplied): Answer {
  switch (fault.kind) {
    case "status":
      return { ...failure(world, fault.status, fault.body), headers: fault.headers }
    case "rate_limited":
      return { ...failure(world, 429), headers: fault.headers ?? exhausted(world.clock.now()) }
    case "html": {
      const text = "<html><body><h1>Bad Gateway</h1></body></html>"
      return { status: fault.status ?? 502, text, contentType: "text/html" }
    }
    case "not_applied_empty":
      return { status: 200, text: "" }
  }
}

type Applied = Extract<
  Fault,
  { kind: "drop_after" | "error_after" | "malformed" | "empty" | "huge" }
>

function applied(world: World, fault: Applied, answer: Answer): Outcome {
  switch (fault.kind) {
    case "drop_after":
      return "drop"
    case "error_after":
      return failure(world, fault.status)
    case "malformed":
      return { status: 200, text: '{"order":{"purchaseOrderId":"1799' }
    case "empty":
      return { status: 200, text: "" }
    case "huge": {
      const padded = { ...Object(answer.body ?? {}), padding: "x".repeat(fault.bytes) }
      return { status: answer.status, text: JSON.stringify(padded) }
    }
  }
}

async function delayed(
  world: World,
  fault: Extract<Fault, { kind: "delay" }>,
  answer: Answer
): Promise<Outcome> {
  const ranOut = await world.timers.wait(fault.ms)
  return ranOut && fault.then !== "drop" ? answer : "drop"
}

async function applyLate(
  world: World,
  fault: Extract<Fault, { kind: "apply_late" }>,
  apply: () => Promise<Answer>
): Promise<Outcome> {
  void world.timers.wait(fault.ms).then((ranOut) => (ranOut ? apply() : undefined))
  if (fault.answer === "hang") await world.timers.forever()
  return "drop"
}

const CODES: Record<number, string> = {
  400: "INVALID_REQUEST",
  401: "UNAUTHORIZED",
  403: "FORBIDDEN",
  404: "CONTENT_NOT_FOUND",
  423: "RESOURCE_IS_LOCKED",
  429: "REQUEST_THRESHOLD_VIOLATED",
  504: "DOWNSTREAM_SYSTEM_TIME_OUT",
}

function failure(world: World, status: number, body?: unknown): Answer {
  if (body !== undefined) return { status, body }
  const source = [400, 404].includes(status) ? "order" : "gateway"
  const error = refusal(status, source, CODES[status] ?? "SYSTEM_ERROR", "Invalid Request")
  return { status, body: errorBody(error, world.options.errorShape) }
}

function exhausted(now: number): Record<string, string> {
  return {
    "x-current-token-count": "0",
    "x-next-replenish-time": String(now + 1000),
  }
}
