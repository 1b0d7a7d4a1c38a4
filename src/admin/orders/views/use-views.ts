import { useQuery } from "@tanstack/react-query"
import { useState } from "react"
import { callApi } from "../../data/api"
import { NATIVE_ME } from "../../data/keys"
import { type View, viewsIn, withoutView, withView } from "./views"

const KEPT = "medusa-plugin-walmart.views"

/** Who is logged in, which the dashboard knows already; null until it is known. */
function useUserId(): string | null {
  const { data } = useQuery({
    queryKey: NATIVE_ME,
    queryFn: () => callApi<{ user: { id: string } }>("users/me"),
    staleTime: Infinity,
    retry: false,
  })
  return data?.user.id ?? null
}

/** The views that this browser keeps for whoever is logged in (docs/decisions/0013-views-in-the-browser.md). */
export function useViews() {
  const userId = useUserId()
  const [, setVersion] = useState(0)
  const place = `${KEPT}.${userId}`
  const views = userId === null ? [] : viewsIn(window.localStorage.getItem(place))
  const keep = (next: View[]) => {
    window.localStorage.setItem(place, JSON.stringify(next))
    setVersion((version) => version + 1)
  }
  return {
    views,
    canSave: userId !== null,
    save: (view: View) => keep(withView(views, view)),
    remove: (name: string) => keep(withoutView(views, name)),
  }
}
