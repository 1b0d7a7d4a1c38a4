import { locationKey, nodePairs, nodesKey } from "./answer-keys"
import { type Phrase, phrase, type Text, textIn } from "../words/phrase"

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
      return locationKey(step.location.id)
    case "map_ship_nodes":
      return nodesKey(locationsOf(step.nodes))
    default:
      return step.kind
  }
}

/** How many products a text names. */
const NAMED = 5

/** What a step does, in words for the person who agrees to it. */
function stepSaid(step: SetupStep): Phrase {
  const { kind } = step
  switch (kind) {
    case "create_sales_channel":
    case "create_shipping_profile":
      return phrase("setup_step", `message_${kind}`, { name: step.name })
    case "add_currency":
      return phrase("setup_step", "message_add_currency", { currency: upper(step.currency) })
    case "create_region":
      return regionWords(step)
    case "create_stock_location":
      return phrase("setup_step", "message_create_stock_location", {
        ...{ name: step.name, country: upper(step.country) },
      })
    case "link_stock_location":
    case "choose_stock_location":
      return phrase("setup_step", `message_${kind}`, { location: step.location.name })
    case "map_ship_nodes":
      return phrase("setup_step", "message_map_ship_nodes", { nodes: nodesText(step.nodes) })
    case "assign_profile":
      return profileWords(step)
    case "create_shipping_option":
      return phrase("setup_step", "message_create_shipping_option", {
        ...{ location: step.location.name, profile: step.profile.name },
      })
  }
}

/** A step as a person is shown it. */
export interface ShownStep extends Text {
  /** By what it is agreed to. */
  key: string
}

/** A step by its key, in words. */
export function shownStep(step: SetupStep): ShownStep {
  return { key: keyOf(step), ...textIn([stepSaid(step)]) }
}

type StepOf<K extends SetupStep["kind"]> = Extract<SetupStep, { kind: K }>

function regionWords({ name, currency, countries }: StepOf<"create_region">): Phrase {
  const about = { name, currency: upper(currency), countries: upper(countries.join(", ")) }
  return countries.length > 0
    ? phrase("setup_step", "message_create_region_for", about)
    : phrase("setup_step", "message_create_region", about)
}

function profileWords({ profile, products }: StepOf<"assign_profile">): Phrase {
  const titles = products.slice(0, NAMED).map(({ title }) => title)
  const named = [...titles, ...(products.length > NAMED ? ["…"] : [])].join(", ")
  const about = { profile: profile.name, count: products.length, products: named }
  return phrase("setup_step", "message_assign_profile", about)
}

function nodesText(nodes: Record<string, Named>): string {
  return nodePairs(nodes)
    .map(([node, { name }]) => `${node} → ${name}`)
    .join(", ")
}

function upper(code: string): string {
  return code.toUpperCase()
}

function locationsOf(nodes: Record<string, Named>): Record<string, string> {
  return Object.fromEntries(Object.entries(nodes).map(([node, { id }]) => [node, id]))
}
