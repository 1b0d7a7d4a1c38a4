import { accountLocations, profileGaps, soldProfiles } from "../doctor/check-places"
import type { PlaceFacts, ProductFacts } from "../doctor/facts"
import { regionOf } from "../import/plan-places"
import type { Market } from "../markets/market"
import { METHOD_CODES } from "../settings/method-codes"
import { type Answers, placeQuestions, type Question } from "./questions"
import { NEW, type SetupStep } from "./setup-steps"

/** What the setup knows of store and account. */
export interface SetupFacts {
  market: Pick<Market, "code" | "name" | "currency">
  places: PlaceFacts
  products: Pick<ProductFacts, "walmart" | "matched">
  /** Currencies in which the store has prices, lower case. */
  currencies: string[]
  /** Countries that belong to a region already; Medusa allows each one region. */
  takenCountries: string[]
  /** Products without a shipping profile. */
  bareProducts: { id: string; title: string }[]
}

/** What the setup would do for an account, and what only a person can decide. */
export interface SetupPlan {
  steps: SetupStep[]
  questions: Question[]
}

/**
 * Plans what a store lacks for an account's orders, each step resting on those before it. What exists is never changed, and nothing
 * that the options name wrongly is made up for: that is the doctor's to say.
 */
export function planSetup(facts: SetupFacts, answers: Answers = {}): SetupPlan {
  const { market, bareProducts } = facts
  const chosen = placeQuestions(facts, answers)
  const places = { ...facts.places, settings: { ...facts.places.settings, ...chosen.settings } }
  const channel = channelSteps(places)
  const location = locationSteps(places, market)
  const ready = after(places, location)
  const profiles = profileSteps(ready, bareProducts)
  const options = optionSteps({
    ...facts,
    places: withProfiles(ready, profiles),
    products: withAssigned(facts.products, profiles),
  })
  const steps = [
    ...channel,
    ...regionSteps(places, facts),
    ...location,
    ...chosen.steps,
    ...profiles,
    ...options,
  ]
  return { steps, questions: chosen.questions }
}

function channelSteps({ settings, store }: PlaceFacts): SetupStep[] {
  if (store.salesChannel || settings.salesChannelId) return []
  return [{ kind: "create_sales_channel", name: "Walmart" }]
}

function regionSteps(
  { settings, store }: PlaceFacts,
  { market, currencies, takenCountries }: SetupFacts
): SetupStep[] {
  const { currency } = settings
  if (settings.regionId || !("code" in regionOf(store, settings, currency))) return []
  const countries = takenCountries.includes(market.code) ? [] : [market.code]
  return [
    ...(currencies.includes(currency) ? [] : [{ kind: "add_currency" as const, currency }]),
    { kind: "create_region", name: `Walmart ${market.name}`, currency, countries },
  ]
}

/** A choice among several is the person's; one that is named wrongly is the options' fault. */
function locationSteps({ settings, store }: PlaceFacts, market: SetupFacts["market"]): SetupStep[] {
  const isChosen = settings.stockLocationId || Object.keys(settings.shipNodes).length > 0
  if (isChosen || store.channelLocationIds.length > 0) return []
  if (store.locations.length > 1) return []
  const location = store.locations.at(0)
  const create: SetupStep = {
    kind: "create_stock_location",
    name: "Walmart warehouse",
    country: market.code,
  }
  const link: SetupStep = { kind: "link_stock_location", location: location ?? NEW.location }
  return location ? [link] : [create, link]
}

/** The places as they are once the location is there. */
function after(places: PlaceFacts, steps: SetupStep[]): PlaceFacts {
  const link = steps.find((step) => step.kind === "link_stock_location")
  if (!link) return places
  const { id } = link.location
  const others = places.store.locations.filter((one) => one.id !== id)
  const locations = [...others, link.location]
  return { ...places, store: { ...places.store, locations, channelLocationIds: [id] } }
}

/** With several profiles, which one a product has is the person's choice. */
function profileSteps({ profiles }: PlaceFacts, bare: SetupFacts["bareProducts"]): SetupStep[] {
  const profile = profiles.at(0) ?? NEW.profile
  return [
    ...(profiles.length === 0
      ? [{ kind: "create_shipping_profile" as const, name: profile.name }]
      : []),
    ...(profiles.length < 2 && bare.length > 0
      ? [{ kind: "assign_profile" as const, profile, products: bare }]
      : []),
  ]
}

function withProfiles(places: PlaceFacts, steps: SetupStep[]): PlaceFacts {
  const isMade = steps.some(({ kind }) => kind === "create_shipping_profile")
  return isMade ? { ...places, profiles: [NEW.profile] } : places
}

/** The products as they are once those without a shipping profile have one: theirs needs shipping options in the same run. */
function withAssigned(
  products: SetupFacts["products"],
  steps: SetupStep[]
): SetupFacts["products"] {
  const assign = steps.find((step) => step.kind === "assign_profile")
  if (!assign) return products
  const matched = [...products.matched].map(
    ([sku, one]) => [sku, { ...one, profileId: one.profileId ?? assign.profile.id }] as const
  )
  return { ...products, matched: new Map(matched) }
}

function optionSteps({ market, places, products }: SetupFacts): SetupStep[] {
  if (accountLocations(places.settings, places.store).length === 0) return []
  const profiles = soldProfiles(places.profiles, products)
  const gaps = profileGaps({ ...places, profiles }, market.code)
  const whole = gaps.filter(({ methodCodes }) => methodCodes.length === METHOD_CODES.length)
  return whole.map(({ profile, location }) => ({
    kind: "create_shipping_option",
    ...{ profile, location, country: market.code, currency: places.settings.currency },
  }))
}
