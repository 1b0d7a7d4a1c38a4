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
  const part = phrase("check_products", "message_part", { skus: skus.length })
  const found = [
    ...(lacking.length > 0 ? [lackingText(lacking.map(({ sku }) => sku))] : []),
    ...(bare.length > 0 ? [bareText(bare.map(([sku]) => sku))] : []),
    ...(isWhole ? onlyHere(facts) : [ok("products", part)]),
  ]
  if (found.length > 0) return found
  return [
    ok("products", phrase("check_products", skus.length > 0 ? "message" : "message_empty", {})),
  ]
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
function onlyHere({ onlyHere: others }: ProductFacts): Found[] {
  if (others === null || others.count === 0) return []
  return [ok("products", phrase("check_products", "message_only_here", textOf(others)))]
}

/** How many, and the first of them. */
function named(skus: string[]): { count: number; skus: string } {
  return textOf({ count: skus.length, skus: skus.slice(0, NAMED) })
}

function textOf({ count, skus }: { count: number; skus: string[] }) {
  const shown = skus.map(shownValue)
  return { count, skus: [...shown, ...(count > skus.length ? ["…"] : [])].join(", ") }
}
