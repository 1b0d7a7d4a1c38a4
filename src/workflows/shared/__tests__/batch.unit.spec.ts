import type { MedusaContainer } from "@medusajs/framework/types"
import { batched, inOneBatch } from "../batch"

const container = {} as MedusaContainer

/** A step that doubles numbers, and what it was asked to do at once. */
function doubling(refused: number[] = []) {
  const asked: number[][] = []
  const step = batched(async (_, numbers: number[]) => {
    asked.push(numbers)
    const bad = numbers.find((one) => refused.includes(one))
    if (bad !== undefined) throw new Error(`not ${bad}`)
    return numbers.map((one) => 2 * one)
  })
  return { asked, step }
}

function later(): Promise<void> {
  return new Promise((done) => setImmediate(done))
}

describe("runs in one batch", () => {
  it("take every step together, each with its own answer, in their order", async () => {
    const first = doubling()
    const second = doubling()
    const ended = await inOneBatch([1, 2, 3], async (one, transactionId) => {
      if (one === 1) await later()
      const doubled = await first.step({ container, transactionId }, one)
      return second.step({ container, transactionId }, doubled)
    })
    expect(ended.map((one) => one.status === "fulfilled" && one.value)).toEqual([4, 8, 12])
    expect(first.asked).toEqual([[1, 2, 3]])
    expect(second.asked).toEqual([[2, 4, 6]])
  })

  it("do not wait for one that has ended, whichever way", async () => {
    const { asked, step } = doubling()
    const ended = await inOneBatch([1, 2, 3, 4], async (one, transactionId) => {
      if (one === 1) return 0
      if (one === 2) {
        await later()
        throw new Error("on its own")
      }
      return step({ container, transactionId }, one)
    })
    expect(ended.map(({ status }) => status)).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
      "fulfilled",
    ])
    expect(asked).toEqual([[3, 4]])
  })

  it("fail only where their own work fails, and go on together behind it", async () => {
    const first = doubling([3])
    const second = doubling()
    const ended = await inOneBatch([1, 2, 3, 4], async (one, transactionId) =>
      second.step({ container, transactionId }, await first.step({ container, transactionId }, one))
    )
    expect(
      ended.map((one) => (one.status === "fulfilled" ? one.value : one.reason.message))
    ).toEqual([4, 8, "not 3", 16])
    expect(first.asked).toEqual([[1, 2, 3, 4], [1, 2], [3, 4], [3], [4]])
    expect(second.asked).toEqual([[2, 4, 8]])
  })

  it("that are at different steps wait for each other nevertheless", async () => {
    const [odd, even] = [doubling(), doubling()]
    const ended = await inOneBatch([1, 2, 3, 4], async (one, transactionId) => {
      const { step } = one % 2 === 0 ? even : odd
      return step({ container, transactionId }, one)
    })
    expect(ended.map((one) => one.status === "fulfilled" && one.value)).toEqual([2, 4, 6, 8])
    expect([odd.asked, even.asked]).toEqual([[[1, 3]], [[2, 4]]])
  })

  it("of two batches have nothing to do with each other", async () => {
    const { asked, step } = doubling()
    const run = (one: number, transactionId: string) => step({ container, transactionId }, one)
    await Promise.all([inOneBatch([1, 2], run), inOneBatch([3, 4], run)])
    expect(asked).toEqual([
      [1, 2],
      [3, 4],
    ])
  })
})

it("a run of its own waits for nobody", async () => {
  const { asked, step } = doubling()
  expect(await step({ container, transactionId: "auto-1" }, 1)).toBe(2)
  expect(await step({ container }, 2)).toBe(4)
  await expect(doubling([3]).step({ container }, 3)).rejects.toThrow("not 3")
  expect(asked).toEqual([[1], [2]])
})
