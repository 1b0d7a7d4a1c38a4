import { retryInTurn } from "../in-turn"

const retried = (id: string) => ({ id, outcome: "retried" as const, message: null, words: null })

it("updates are retried page by page until nothing remains, each once", async () => {
  const pages = new Map([
    [undefined, { results: [retried("wmu_1"), retried("wmu_2")], after: "wmu_2" }],
    ["wmu_2", { results: [retried("wmu_3")], after: null }],
  ])
  const results = await retryInTurn(async (after) => pages.get(after) ?? Promise.reject(after))
  expect(results.map(({ id }) => id)).toEqual(["wmu_1", "wmu_2", "wmu_3"])
})
