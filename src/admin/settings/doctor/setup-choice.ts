import { locationKey, nodesKey } from "../../../walmart/setup/answer-keys"

/** What a person answered, in the words of the API. */
export interface Answered {
  stock_location_id?: string
  /** Walmart ship node id to stock location id. */
  ship_nodes?: Record<string, string>
}

export const NOTHING_ANSWERED: Answered = {}

/** Keys of the steps that answers make; whoever answers agrees. */
export function answeredSteps({ stock_location_id: location, ship_nodes: nodes = {} }: Answered) {
  return [
    ...(location ? [locationKey(location)] : []),
    ...(Object.keys(nodes).length > 0 ? [nodesKey(nodes)] : []),
  ]
}
