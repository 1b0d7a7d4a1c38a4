import { useState } from "react"
import { type View, viewsIn, withoutView, withView } from "./views"

const KEPT = "medusa-plugin-walmart.views"

/** The views that this browser keeps. */
export function useViews() {
  const [views, setViews] = useState(() => viewsIn(window.localStorage.getItem(KEPT)))
  const keep = (next: View[]) => {
    window.localStorage.setItem(KEPT, JSON.stringify(next))
    setViews(next)
  }
  return {
    views,
    save: (view: View) => keep(withView(views, view)),
    remove: (name: string) => keep(withoutView(views, name)),
  }
}
