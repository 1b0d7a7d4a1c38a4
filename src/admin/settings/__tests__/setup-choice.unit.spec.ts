import { keyOf } from "../../../walmart/setup/setup-steps"
import { answeredSteps } from "../doctor/setup-choice"

it("ship nodes that were mapped have the key that the server gives them, whatever languages browser and server speak", () => {
  const answered = { b: "loc_1", AA1: "loc_2", B1: "loc_1", Å: "loc_2" }
  const nodes = Object.fromEntries(
    Object.entries(answered).map(([node, id]) => [node, { id, name: id }])
  )
  const key = "map_ship_nodes:AA1=loc_2:B1=loc_1:b=loc_1:Å=loc_2"
  expect(keyOf({ kind: "map_ship_nodes", nodes })).toBe(key)
  expect(answeredSteps({ ship_nodes: answered })).toEqual([key])
})
