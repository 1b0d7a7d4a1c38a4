import { listOf } from "../common/problem"

/** Something of the store. */
interface Named {
  id: string
  name: string
}

/** Stand for what an earlier step of the same plan makes. */
export const NEW = {
  location: { id: "new_location", name: "Walmart warehouse" },
  profile: { id: "new_profile", name: "Walmart parcels", isUsed: false },
} as const

/** One thing that the setup does. */
export type SetupStep =
  | { kind: "create_sales_channel"; name: string }
  | { kind: "add_currency"; currency: string }
  | { kind: "create_region"; name: string; currency: string; countries: string[] }
  | { kind: "create_stock_location"; name: string; country: string }
  | { kind: "link_stock_location"; location: Named }
  | { kind: "choose_stock_location"; location: Named }
  | { kind: "map_ship_nodes"; nodes: Record<string, Named> }
  | { kind: "create_shipping_profile"; name: string }
  | { kind: "assign_profile"; profile: Named; products: { id: string; title: string }[] }
  | {
      kind: "create_shipping_option"
      profile: Named
      location: Named
      country: string
      currency: string
    }

/** By what a person agrees to a step; the same as long as the same thing is lacking. */
export function keyOf(step: SetupStep): string {
  switch (step.kind) {
    case "create_shipping_option":
      return `${step.kind}:${step.profile.id}:${step.location.id}`
    case "choose_stock_location":
      return `${step.kind}:${step.location.id}`
    case "map_ship_nodes":
      return [step.kind, ...nodePairs(step.nodes).map(([node, { id }]) => `${node}=${id}`)].join(
        ":"
      )
    default:
      return step.kind
  }
}

/** How many products a text names. */
const NAMED = 5

/** What a step does, in words for the person who agrees to it. */
export function wordsOf(step: SetupStep): string {
  switch (step.kind) {
    case "create_sales_channel":
      return `Create the sales channel ${step.name} and make it the store's default.`
    case "add_currency":
      return `Add ${step.currency.toUpperCase()} to the store's currencies.`
    case "create_region":
      return `Create the region ${step.name} in ${step.currency.toUpperCase()}${step.countries.length > 0 ? ` for ${step.countries.join(", ").toUpperCase()}` : ""}.`
    case "create_stock_location":
      return `Create the stock location ${step.name} in ${step.country.toUpperCase()}.`
    case "link_stock_location":
      return `Link the stock location ${step.location.name} to the sales channel.`
    case "choose_stock_location":
      return `Ship from ${step.location.name}, as a setting of the account.`
    case "map_ship_nodes":
      return `Map Walmart's ship nodes, as a setting of the account: ${nodePairs(step.nodes)
        .map(([node, { name }]) => `${node} to ${name}`)
        .join(", ")}.`
    case "create_shipping_profile":
      return `Create the shipping profile ${step.name}.`
    case "assign_profile":
      return `Give the shipping profile ${step.profile.name} to ${productsText(step.products)}.`
    case "create_shipping_option":
      return `Create a free shipping option at ${step.location.name} for the profile ${step.profile.name}, which the storefront does not offer.`
  }
}

function productsText(products: { title: string }[]): string {
  const titles = products.slice(0, NAMED).map(({ title }) => title)
  const rest = products.length - titles.length
  return rest > 0 ? `${titles.join(", ")} and ${rest} more` : listAnd(titles)
}

function listAnd(names: string[]): string {
  return listOf(names).replace(/ or (?=[^,]*$)/, " and ")
}

function nodePairs(nodes: Record<string, Named>): [string, Named][] {
  return Object.entries(nodes).sort(([a], [b]) => a.localeCompare(b))
}
