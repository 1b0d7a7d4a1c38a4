import type { LoadedPlan } from "./load-plans"

/**
 * What the hook `mapCarriers` is given. Declared because the workflow engine's own types hide that `loaded` may be null.
 */
export interface MapCarriersInput {
  /** Medusa order; null when the Ship screen asks about an order of another channel. */
  order_id: string | null
  /** Both sides of the order; null for an order of another channel. */
  loaded: LoadedPlan | null
}
