import { z } from "@medusajs/framework/zod"
import { nearest } from "../../../walmart/carriers/nearest"
import { compact } from "../../../walmart/carriers/carrier-names"
import { schema } from "./options-schema"

/** A place in the tree of options, as JSON Schema describes it. */
interface Place {
  properties?: Record<string, Place>
  items?: Place
  additionalProperties?: Place | boolean
  /** The names of a map, where only some are known. */
  propertyNames?: { enum?: string[] }
  anyOf?: Place[]
}

/** An option, and where it stands: `""` beside `accounts`, or `accounts[]`, `schedules`, `accounts[].webhooks`. */
export interface OptionPlace {
  name: string
  place: string
}

/** Every option that the schema knows by name, those inside others included. */
export function optionPlaces(): OptionPlace[] {
  return placesIn(root(), "")
}

/**
 * What was probably meant by a name that is not known where it stands, in brackets for the end of a message: a name known there, or
 * the place where that name belongs. Empty when neither is near.
 */
export function meantBy(name: string, path: readonly PropertyKey[]): string {
  const here = nearest(name, namesAt(path))
  if (here !== null) return ` (did you mean "${here}"?)`
  const homes = optionPlaces().filter((one) => compact(one.name) === compact(name))
  const [home] = homes.sort((a, b) => a.place.length - b.place.length)
  if (!home) return ""
  return ` ("${home.name}" belongs ${home.place === "" ? "beside accounts, not inside" : `into ${home.place}`})`
}

function namesAt(path: readonly PropertyKey[]): string[] {
  const places = path.reduce(
    (above: Place[], key) => above.flatMap((one) => below(one, key)),
    [root()]
  )
  return places
    .flatMap(alternatives)
    .flatMap(({ properties, propertyNames }) => [
      ...Object.keys(properties ?? {}),
      ...(propertyNames?.enum ?? []),
    ])
}

let tree: Place | undefined

function root(): Place {
  tree ??= z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Place
  return tree
}

function below(place: Place, key: PropertyKey): Place[] {
  return alternatives(place).flatMap(({ properties, items, additionalProperties: others }) => {
    const found = properties?.[String(key)] ?? items ?? others
    return typeof found === "object" ? [found] : []
  })
}

function alternatives(place: Place): Place[] {
  return place.anyOf ? place.anyOf.flatMap(alternatives) : [place]
}

function placesIn(place: Place, path: string): OptionPlace[] {
  return alternatives(place).flatMap(({ properties = {}, items, additionalProperties: others }) => [
    ...Object.entries(properties).flatMap(([name, inner]) => [
      { name, place: path },
      ...placesIn(inner, path === "" ? name : `${path}.${name}`),
    ]),
    ...(items ? placesIn(items, `${path}[]`) : []),
    ...(typeof others === "object" ? placesIn(others, `${path}.*`) : []),
  ])
}
