/** What a person answered, in the words of the API. */
export interface Answered {
  stock_location_id?: string
  /** Walmart ship node id to stock location id. */
  ship_nodes?: Record<string, string>
}

export const NOTHING_ANSWERED: Answered = {}

/** Keys of the steps that answers make, as the server spells them; whoever answers agrees. */
export function answeredSteps({ stock_location_id: location, ship_nodes: nodes = {} }: Answered) {
  const pairs = Object.entries(nodes).sort(([a], [b]) => a.localeCompare(b))
  return [
    ...(location ? [`choose_stock_location:${location}`] : []),
    ...(pairs.length > 0
      ? [["map_ship_nodes", ...pairs.map(([node, id]) => `${node}=${id}`)].join(":")]
      : []),
  ]
}
