import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules } from "@medusajs/framework/utils"
import type { WalmartEvents } from "../../src/types"
import { EVENT_PAYLOADS } from "./event-payloads"

type EventName = keyof WalmartEvents

/** Names of all events that the plugin emits for a store's subscribers. */
export const EVENT_NAMES = Object.keys(EVENT_PAYLOADS) as EventName[]

/** A subscriber of everything that the plugin emits, which holds each payload against its declared type. */
export class HeardEvents {
  /** How often each was heard. */
  readonly counts = new Map<EventName, number>()
  /** What was not as declared. */
  readonly misfits: string[] = []

  /** Begins to listen. */
  listen(container: MedusaContainer): void {
    const bus = container.resolve(Modules.EVENT_BUS)
    for (const name of EVENT_NAMES) bus.subscribe(name, async ({ data }) => this.hear(name, data))
  }

  private hear(name: EventName, data: unknown): void {
    this.counts.set(name, (this.counts.get(name) ?? 0) + 1)
    // As it is after a bus that writes it down.
    const read = EVENT_PAYLOADS[name].safeParse(JSON.parse(JSON.stringify(data)))
    for (const { path, message } of read.error?.issues ?? []) {
      this.misfits.push(`${name} ${path.join(".")}: ${message} in ${JSON.stringify(data)}`)
    }
  }
}
