import { readFileSync } from "node:fs"
import { resolve } from "node:path"
import { doorsPage } from "../../../../scripts/doors"
import { nativeRoutes } from ".."
import { DOORS, type DoorRow } from "../doors"
import { CHANGING_ROUTES, maySayMute, WORKFLOWS } from "./medusa-doors"

const rows = Object.values(DOORS).flat()

/** Whether a row names this route. */
function isDoor({ routes = [] }: DoorRow, route: string): boolean {
  const [, path] = route.split(" ")
  return routes.some((named) => {
    if (!named.endsWith("/**")) return named === route || named === path
    const area = named.slice(0, -3)
    return path === area || path.startsWith(`${area}/`)
  })
}

/** Whether a row names this workflow. */
function isRun({ workflows = [] }: DoorRow, workflow: string): boolean {
  const [folder, name] = workflow.split("/")
  return workflows.some((named) => named === name || named === `${folder}/*`)
}

const rowsOf = (route: string) => rows.filter((row) => isDoor(row, route))

const guarded = (route: string) => nativeRoutes.some(({ matcher }) => `POST ${matcher}` === route)

describe("the table of doors", () => {
  it("has exactly one row for each of Medusa's routes that change something", () => {
    expect(CHANGING_ROUTES.length).toBeGreaterThan(250)
    const others = CHANGING_ROUTES.filter((route) => rowsOf(route).length !== 1)
    expect(others).toEqual([])
  })

  it("has exactly one row for each of Medusa's workflows", () => {
    expect(WORKFLOWS.length).toBeGreaterThan(250)
    const others = WORKFLOWS.filter((name) => rows.filter((row) => isRun(row, name)).length !== 1)
    expect(others).toEqual([])
  })

  it("names no route and no workflow that Medusa does not have", () => {
    const unknown = rows.flatMap(({ routes = [], workflows = [], ...row }) => [
      ...routes.filter(
        (route) => !CHANGING_ROUTES.some((r) => isDoor({ ...row, routes: [route] }, r))
      ),
      ...workflows.filter(
        (name) => !WORKFLOWS.some((w) => isRun({ ...row, workflows: [name] }, w))
      ),
    ])
    expect(unknown).toEqual([])
  })

  it("names each route of an order's own by itself, so that a new one needs a row", () => {
    const areas = rows.flatMap(({ routes = [] }) => routes).filter((route) => route.endsWith("/**"))
    const ofOrders =
      /order(?!s\/\*\*$)|order-|fulfillments|payment|refund|reservation|return|claim|exchange/
    expect(areas.filter((area) => ofOrders.test(area))).toEqual([])
  })

  it("says of a route that it is refused, muted or in turn exactly where the plugin has put something before it", () => {
    const said = CHANGING_ROUTES.filter((route) =>
      rowsOf(route).some(({ refused, muted, inTurn }) => refused || muted || inTurn)
    )
    expect(CHANGING_ROUTES.filter(guarded)).toEqual(said)
  })

  it("says muted of every route that Medusa lets mute its events, and of no other", async () => {
    const mutable = await Promise.all(
      CHANGING_ROUTES.map(async (route) => ((await maySayMute(route)) ? [route] : []))
    )
    const muted = CHANGING_ROUTES.filter((route) => rowsOf(route).some((row) => row.muted))
    expect(muted).toEqual(mutable.flat())
  })

  it("is the one in the docs", () => {
    const page = readFileSync(resolve(__dirname, "../../../../docs/doors.md"), "utf8")
    expect(unpadded(page)).toBe(unpadded(doorsPage()))
  })
})

/** Without the spaces and dashes by which prettier makes a table's columns equally wide. */
function unpadded(markdown: string): string {
  return markdown.replace(/ +/g, " ").replace(/-{3,}/g, "---").trim()
}
