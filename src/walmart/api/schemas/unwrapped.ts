import { isAbsent, isRecord } from "./fields"

/**
 * An order without the object around it. Walmart's example of one order has its ship node beside the order (OAS-orders, getAnOrder),
 * so what the order lacks is taken from there.
 */
export function unwrapped(json: unknown): unknown {
  if (!isRecord(json)) return json
  const order = Array.isArray(json.order) && json.order.length === 1 ? json.order[0] : json.order
  return isRecord(order) ? completed(order, json) : json
}

/** An object with what it and its parts do not say taken from another one. */
function completed(
  one: Record<string, unknown>,
  other: Record<string, unknown>
): Record<string, unknown> {
  const whole = saidIn(one).map(([name, value]) => {
    const beside = other[name]
    const hasBoth = isRecord(value) && isRecord(beside)
    return [name, hasBoth ? { ...beside, ...Object.fromEntries(saidIn(value)) } : value]
  })
  return { ...other, ...Object.fromEntries(whole) }
}

function saidIn(one: Record<string, unknown>): [string, unknown][] {
  return Object.entries(one).filter(([, value]) => !saysNothing(value))
}

/** What stands for a field that is left out: nothing, or what holds nothing else. */
function saysNothing(value: unknown): boolean {
  if (!isObject(value)) return isAbsent(value)
  return Object.values(value).every((part) => {
    return isObject(part) ? Object.keys(part).length === 0 : isAbsent(part)
  })
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null
}
