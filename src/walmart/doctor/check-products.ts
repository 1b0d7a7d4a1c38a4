import { shownValue } from "../common/problem"
import { storeSku } from "../import/plan-checks"
import type { ProductFacts } from "./facts"
import { fault, type Found, ok, unknown, warning } from "./finding"

/** How many SKUs a message names. */
const NAMED = 10

/** Whether the store has what Walmart sells, and the other way round. */
export function checkProducts(facts: ProductFacts): Found[] {
  const { walmart, matched, skuMap } = facts
  if ("problem" in walmart) {
    const { message, remedy } = walmart.problem
    const text = `Walmart's SKUs could not be compared with the store's: ${message}`
    return [unknown("products", text, remedy)]
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
  const checked = isWhole ? "" : ` The first ${skus.length} were compared.`
  return [
    skus.length === 0
      ? ok("products", "Walmart lists no SKU of this seller yet.")
      : ok("products", `The store has every SKU that Walmart lists.${checked}`),
  ]
}

function lackingText(skus: string[]): Found {
  const message = `Walmart lists ${count(skus)} that no product variant of the store has: ${named(skus)}. Their orders cannot be imported.`
  return warning(
    "products",
    message,
    "Add these SKUs to product variants, or choose their products in Settings → Walmart."
  )
}

function bareText(skus: string[]): Found {
  const message = `The products of ${count(skus)} have no shipping profile, so their orders cannot be imported: ${named(skus)}.`
  return fault("products", message, "Give each product a shipping profile on its page.")
}

/** What is sold here and not there costs nothing; it is only said. */
function onlyHere({ channelSkus }: ProductFacts, atWalmart: ReadonlySet<string>): Found[] {
  const others = (channelSkus ?? []).filter((sku) => !atWalmart.has(sku))
  if (channelSkus === null || others.length === 0 || atWalmart.size === 0) return []
  return [
    ok(
      "products",
      `The sales channel has ${count(others)} that Walmart does not list: ${named(others)}.`
    ),
  ]
}

function count(skus: string[]): string {
  return skus.length === 1 ? "1 SKU" : `${skus.length} SKUs`
}

function named(skus: string[]): string {
  const rest = skus.length - NAMED
  const first = skus.slice(0, NAMED).map(shownValue).join(", ")
  return rest > 0 ? `${first} and ${rest} more` : first
}
