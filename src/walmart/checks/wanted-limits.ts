/** The longest list of wanted shipments that is checked at once, and the longest texts in it, in characters: far beyond any real one. */
export const WANTED_LIMITS = {
  ...{ shipments: 500, labels: 100, items: 1_000 },
  ...{ order: 100, number: 200, url: 2_000, carrier: 100, sku: 200 },
}
