import {
  lateApplication,
  lateOwner,
  lostAnswer,
  lostWakeUp,
  type Scenario,
  staleRead,
} from "./scenarios"
import { changedInFlight, endedLate, heldInFlight } from "./stock/shelf-scenarios"

/** Every hand-made interleaving, by its name. */
export const ALL_SCENARIOS = {
  ...{ lostAnswer, lateApplication, staleRead, lateOwner, lostWakeUp },
  ...{ changedInFlight, heldInFlight, endedLate },
} satisfies Record<string, Scenario>
