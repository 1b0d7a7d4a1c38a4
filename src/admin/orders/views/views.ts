/** What somebody looks at again and again: filters, search, sorting and page size, as the page's address. */
export interface View {
  name: string
  address: string
}

/** Views that a browser keeps at most. */
const MOST = 30

/** Saved views; anything else is left out, since a browser's storage may hold anything. Pure. */
export function viewsIn(text: string | null): View[] {
  const kept = parsed(text)
  return Array.isArray(kept)
    ? kept.filter(isView).map(({ name, address }) => ({ name, address }))
    : []
}

function parsed(text: string | null): unknown {
  try {
    return JSON.parse(text ?? "[]")
  } catch (error) {
    if (error instanceof SyntaxError) return []
    throw error
  }
}

function isView(value: unknown): value is View {
  if (typeof value !== "object" || value === null) return false
  const { name, address } = value as Record<string, unknown>
  return typeof name === "string" && name !== "" && typeof address === "string"
}

/** With a view in the place of one of the same name, else behind the others. Pure. */
export function withView(views: View[], view: View): View[] {
  const isKnown = views.some(({ name }) => name === view.name)
  const next = isKnown
    ? views.map((one) => (one.name === view.name ? view : one))
    : [...views, view]
  return next.slice(-MOST)
}

/** Without the view of a name. Pure. */
export function withoutView(views: View[], name: string): View[] {
  return views.filter((view) => view.name !== name)
}
