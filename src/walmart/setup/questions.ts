import { ownValue } from "../common/own-value"
import { shownValue } from "../common/problem"
import type { PlaceFacts, ProductFacts } from "../doctor/facts"
import { type Phrase, phrase } from "../words/phrase"
import type { SetupStep } from "./setup-steps"

/** What a person decided; ids of stock locations. */
export interface Answers {
  stockLocationId?: string
  /** Walmart ship node id to stock location id. */
  shipNodes?: Record<string, string>
}

/** Something that only a person can decide. */
export interface Question {
  key: "stock_location" | "ship_nodes"
  words: Phrase
  /** Ship nodes it is about; none for the stock location of all. */
  shipNodes: string[]
  choices: { id: string; name: string }[]
}

/** What was answered as settings and steps, and what is left to ask. */
export interface Chosen {
  settings: Partial<Pick<PlaceFacts["settings"], "stockLocationId" | "shipNodes">>
  steps: SetupStep[]
  questions: Question[]
}

/**
 * Asks from which stock location an account ships where several could, for all orders and for each of Walmart's ship nodes.
 * Answers that name no location of the store are asked again.
 */
export function placeQuestions(
  { places, products }: { places: PlaceFacts; products: Pick<ProductFacts, "walmart"> },
  answers: Answers
): Chosen {
  const { settings, store } = places
  const { locations } = store
  if (locations.length < 2) return { settings: {}, steps: [], questions: [] }
  const chosen = locations.find(({ id }) => id === answers.stockLocationId)
  const mapped = nodesToMap(places, products)
  const answered = answeredNodes(mapped, locations, answers)
  const ids = Object.entries(answered).map(([node, { id }]) => [node, id])
  const shipNodes = { ...settings.shipNodes, ...Object.fromEntries(ids) }
  const open = mapped.filter((node) => ownValue(answered, node) === undefined)
  return {
    settings: {
      ...(ids.length > 0 ? { shipNodes } : {}),
      ...(chosen ? { stockLocationId: chosen.id } : {}),
    },
    steps: [
      ...(chosen && chosen.id !== settings.stockLocationId
        ? [{ kind: "choose_stock_location" as const, location: chosen }]
        : []),
      ...(ids.length > 0 ? [{ kind: "map_ship_nodes" as const, nodes: answered }] : []),
    ],
    questions: [...locationQuestion(places, chosen, shipNodes), ...nodeQuestion(open, locations)],
  }
}

/** Ship nodes that no setting places yet; where Walmart has only one, the stock location of all orders is its place. */
function nodesToMap({ settings }: PlaceFacts, products: Pick<ProductFacts, "walmart">): string[] {
  const nodes = nodesOf(products).filter((node) => ownValue(settings.shipNodes, node) === undefined)
  return nodes.length > 1 || Object.keys(settings.shipNodes).length > 0 ? nodes : []
}

/** The locations that were answered, by ship node. */
function answeredNodes(
  nodes: string[],
  locations: Question["choices"],
  { shipNodes = {} }: Answers
) {
  const pairs = nodes.flatMap((node) => {
    const location = locations.find(({ id }) => id === ownValue(shipNodes, node))
    return location ? [[node, location] as const] : []
  })
  return Object.fromEntries(pairs)
}

function locationQuestion(
  { settings, store }: PlaceFacts,
  chosen: { id: string } | undefined,
  shipNodes: Record<string, string>
): Question[] {
  const isClear =
    chosen ?? settings.stockLocationId ?? (store.channelLocationIds.length === 1 ? true : undefined)
  if (isClear !== undefined || Object.keys(shipNodes).length > 0) return []
  const words = phrase("setup_question", "message_stock_location", {})
  return [{ key: "stock_location", words, shipNodes: [], choices: store.locations }]
}

function nodeQuestion(open: string[], choices: Question["choices"]): Question[] {
  if (open.length === 0) return []
  const nodes = open.map(shownValue).join(", ")
  const words = phrase("setup_question", "message_ship_nodes", { nodes })
  return [{ key: "ship_nodes", words, shipNodes: open, choices }]
}

function nodesOf({ walmart }: Pick<ProductFacts, "walmart">): string[] {
  if ("problem" in walmart) return []
  return [...new Set(walmart.skus.flatMap(({ shipNodes }) => shipNodes))].sort()
}
