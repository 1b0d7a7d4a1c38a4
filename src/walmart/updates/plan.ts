import type { PlanFacts } from "./model/kind"
import type { PlanInput } from "./model/sides"
import { type Kinds, KINDS, isReadable } from "./kinds"
import type { KnownUpdate, PlannedUpdate } from "./model/update"
import { TAKEN_BACK_UNREAD } from "./taken-back"
import { isUnfinished } from "./model/update-status"

/** What the planner wants changed. */
export interface Plan {
  add: PlannedUpdate[]
  /** Ids of known updates that are no longer wanted. */
  supersede: string[]
}

/**
 * Compares desired state, actual state and known updates, and says which updates are missing. It looks at states, never at events, so a lost,
 * doubled or late event changes nothing but the delay; running it twice adds nothing.
 */
export function planUpdates(input: PlanInput, kinds: Kinds = KINDS): Plan {
  if (input.walmart.readOnly) return { add: [], supersede: [] }
  const supersede = unwantedUpdates(input, kinds)
  const givenUp = input.known.filter(({ id }) => supersede.includes(id))
  const facts: PlanFacts = {
    ...input,
    known: input.known.map(without(supersede)),
    givenUp: givenUp.sort((a, b) => a.sequence - b.sequence),
    hasUnreadable: input.known.some((update) => isUnfinished(update) && !isReadable(update, kinds)),
  }
  return { add: Object.values(kinds).flatMap((kind) => kind.missing(facts)), supersede }
}

function without(superseded: string[]): (update: KnownUpdate) => KnownUpdate {
  return (update) => (superseded.includes(update.id) ? { ...update, status: "superseded" } : update)
}

/** What must not be told any more, as each kind says of its own. */
function unwantedUpdates(input: PlanInput, kinds: Kinds): string[] {
  return (
    input.known
      .filter(isUnfinished)
      // It was taken back already, and a person looks whether it has arrived.
      .filter(({ attention }) => attention?.code !== TAKEN_BACK_UNREAD)
      .filter((update) => Object.values(kinds).some((kind) => kind.isUnwanted(input, update)))
      .map(({ id }) => id)
  )
}
