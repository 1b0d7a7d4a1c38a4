import fc from "fast-check"

/** What staff do, in small steps; `pick` chooses among what is possible. */
export type Step =
  | { do: "fulfill"; pick: number; units: number; boxes: number }
  | { do: "ship"; pick: number }
  | { do: "cancel_fulfillment"; pick: number }
  | { do: "reduce"; pick: number; units: number }
  | { do: "cancel_order" }
  /** An event reaches the plugin 0, 1 or 2 times; what is lost is found by the sweep at the end. */
  | { do: "event"; times: number }
  | { do: "send" }
  | Odd

/** What happens past the screens, or at Walmart; Medusa allows or cannot prevent all of it. */
export type Odd =
  | { do: "close"; as: "completed" | "archived" }
  | { do: "deliver_unshipped"; pick: number }
  | { do: "change_kit"; pick: number }
  | { do: "delete_product"; pick: number }
  | { do: "delete_fulfillment"; pick: number }
  | { do: "add_item" }
  | { do: "raise"; pick: number; units: number }
  /** Core takes a shipment back whose request it refuses at last; it is shipped again under another number. */
  | { do: "take_back"; pick: number }
  | { do: "make_shipped"; pick: number }
  /** An edit past the screens gives a line another price, or its own again. */
  | { do: "reprice"; pick: number }
  | { do: "receive_return"; pick: number; units: number }
  | { do: "elsewhere"; effect: Elsewhere; pick: number; units: number }

/** Done at Walmart by other hands: somebody in Seller Center, a carrier, or the buyer. */
export type Elsewhere = "cancel" | "ship" | "deliver" | "intent-to-cancel"

/** A step that changes the Medusa order. */
export type Change = Exclude<Step, { do: "event" | "send" | "elsewhere" }>

/** A line as it was ordered. */
export interface Line {
  quantity: number
  /** Required quantity of each inventory item; none for a variant that Medusa does not count, several for a kit. */
  parts: readonly number[]
}

const pick = fc.nat(9)

function named<T extends Step["do"], R extends object>(
  name: T,
  fields: { [K in keyof R]: fc.Arbitrary<R[K]> }
) {
  return fc.record<R>(fields).map((values) => ({ do: name, ...values }))
}

const units = fc.integer({ min: 1, max: 3 })

const odd: fc.Arbitrary<Step> = fc.oneof(
  named("close", { as: fc.constantFrom("completed" as const, "archived" as const) }),
  named("deliver_unshipped", { pick }),
  named("change_kit", { pick }),
  named("delete_product", { pick }),
  named("delete_fulfillment", { pick }),
  fc.constant({ do: "add_item" } as const),
  named("raise", { pick, units }),
  named("take_back", { pick }),
  named("make_shipped", { pick }),
  named("reprice", { pick }),
  named("receive_return", { pick, units })
)

const elsewhere: fc.Arbitrary<Step> = named("elsewhere", {
  effect: fc.constantFrom<Elsewhere>("cancel", "ship", "deliver", "intent-to-cancel"),
  pick,
  units,
})

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: named("fulfill", {
      pick,
      units: fc.integer({ min: 1, max: 4 }),
      boxes: fc.integer({ min: 1, max: 3 }),
    }),
  },
  { weight: 4, arbitrary: named("ship", { pick }) },
  { weight: 1, arbitrary: named("cancel_fulfillment", { pick }) },
  { weight: 1, arbitrary: named("reduce", { pick, units: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 1, arbitrary: fc.constant({ do: "cancel_order" } as const) },
  { weight: 3, arbitrary: named("event", { times: fc.nat(2) }) },
  { weight: 2, arbitrary: fc.constant({ do: "send" } as const) }
)

const line: fc.Arbitrary<Line> = fc.record({
  quantity: fc.integer({ min: 1, max: 5 }),
  parts: fc.oneof(
    fc.constant([1]),
    fc.constant([]),
    fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 3 })
  ),
})

function historyOf(steps: fc.Arbitrary<Step>) {
  return fc.record({
    lines: fc.array(line, { minLength: 1, maxLength: 4 }),
    steps: fc.array(steps, { minLength: 3, maxLength: 18 }),
    strictness: fc.constantFrom("strict" as const, "lenient" as const),
  })
}

/** An order and what staff do about it on Medusa's screens. */
export const history = historyOf(step)

/** The same, with everything that can go on beside. */
export const oddHistory = historyOf(
  fc.oneof(
    { weight: 6, arbitrary: step },
    { weight: 2, arbitrary: odd },
    { weight: 1, arbitrary: elsewhere }
  )
)
