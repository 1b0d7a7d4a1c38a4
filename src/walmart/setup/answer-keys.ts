/** Key of the step that keeps the stock location of an account. */
export function locationKey(locationId: string): string {
  return `choose_stock_location:${locationId}`
}

/** Key of the step that keeps which stock location each of Walmart's ship nodes is. @param nodes ship node id to stock location id */
export function nodesKey(nodes: Record<string, string>): string {
  const pairs = nodePairs(nodes).map(([node, location]) => `${node}=${location}`)
  return ["map_ship_nodes", ...pairs].join(":")
}

/** Ship nodes in one order whatever the language of the machine: the server and a browser both spell the key. */
export function nodePairs<Of>(nodes: Record<string, Of>): [string, Of][] {
  return Object.entries(nodes).sort(([a], [b]) => (a < b ? -1 : 1))
}
