import { shownValue } from "../common/problem"
import { storeSku } from "../import/plan-checks"
import { phrase, wordsOf } from "../words/phrase"
import type { ProductFacts } from "./facts"
import { fault, type Found, ok, unknown, warning } from "./finding"

/** How many SKUs a message names. */
const NAMED = 10

/** Whether the store has what Walmart sells, and the other way round. */
export function checkProducts(facts: ProductFacts): Found[] {
  const { walmart, matched, skuMap } = facts
  if ("problem" in walmart) {
    const { message, remedy } = wordsOf(walmart.problem)
    const unread = phrase("check_products", "message_unread", {})
    return [unknown("products", [unread, ...message], remedy)]
  }
  const { skus, isWhole } = walmart
  const lacking = skus.filter(({ sku }) => !matched.has(storeSku(sku, skuMap)))
  const bare = [...matched].filter(([, { profileId }]) => profileId === null)
  const found = [
    ...(lacking.length > 0 ? [lackingText(lacking.map(({ sku }) => sku))] : []),
    ...(bare.length > 0 ? [bareText(bare.map(([sku]) => sku))] : []),
    ...(isWhole ? onlyHere(facts, new Set(skus.map(({ sku }) => storeSku(sku, skuMap)))) : []),
  ]
  if (found.length > 0) return found
  if (skus.length === 0) return [ok("products", phrase("check_products", "message_empty", {}))]
  const part = phrase("check_products", "message_part", { skus: skus.length })
  return [ok("products", [phrase("check_products", "message", {}), ...(isWhole ? [] : [part])])]
}

function lackingText(skus: string[]): Found {
  return warning(
    "products",
    phrase("check_products", "message_lacking", named(skus)),
    phrase("check_products", "remedy_lacking", {})
  )
}

function bareText(skus: string[]): Found {
  const message = phrase("check_products", "message_bare", named(skus))
  return fault("products", message, phrase("check_products", "remedy_bare", {}))
}

/** What is sold here and not there costs nothing; it is only said. */
function onlyHere({ channelSkus }: ProductFacts, atWalmart: ReadonlySet<string>): Found[] {
  const others = (channelSkus ?? []).filter((sku) => !atWalmart.has(sku))
  if (channelSkus === null || others.length === 0 || atWalmart.size === 0) return []
  return [ok("products", phrase("check_products", "message_only_here", named(others)))]
}

/** How many, and the first of them. */
function named(skus: string[]): { count: number; skus: string } {
  const first = skus.slice(0, NAMED).map(shownValue)
  return { count: skus.length, skus: [...first, ...(skus.length > NAMED ? ["…"] : [])].join(", ") }
}
