import { NO_PLACE } from "../fitting-options"
import { keyEffect } from "../key-effect"

const press = (key: string, place: number, count: number, altKey = false) =>
  keyEffect({ key, altKey }, { place, count })

describe("a key in a field with options", () => {
  it("opens the list by an arrow, and is the form's otherwise, so that Enter submits and Esc closes the drawer", () => {
    expect(press("ArrowDown", NO_PLACE, 0)).toEqual({ does: "open" })
    expect(press("ArrowUp", NO_PLACE, 0)).toEqual({ does: "open" })
    for (const key of ["Enter", "Escape", "Home", "End", "a"])
      expect(press(key, NO_PLACE, 0)).toBeNull()
  })

  it("moves through an open list, takes what is at hand, and closes it", () => {
    expect(press("ArrowDown", 0, 3)).toEqual({ does: "move", place: 1 })
    expect(press("End", 0, 3)).toEqual({ does: "move", place: 2 })
    expect(press("Enter", 1, 3)).toEqual({ does: "take" })
    expect(press("Escape", 1, 3)).toEqual({ does: "close" })
    expect(press("ArrowUp", 1, 3, true)).toEqual({ does: "close" })
    expect(press("ArrowLeft", 1, 3)).toBeNull()
  })

  it("takes nothing by Enter while no option is at hand: a name of its own is sent as it is typed", () => {
    expect(press("Enter", NO_PLACE, 3)).toBeNull()
  })
})
