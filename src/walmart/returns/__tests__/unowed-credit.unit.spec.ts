import { type OrderBooks, unowedCredit } from "../unowed-credit"

const books = (changes: Partial<OrderBooks>): OrderBooks => ({
  ...{ pendingDifference: 11, refunded: 11, credited: 0, asked: 0, ...changes },
})

describe("what a buyer owes only because Walmart gave it back", () => {
  it.each<[string, Partial<OrderBooks>, number]>([
    ["is all that Medusa says is open", {}, 11],
    ["is nothing while the order is even", { pendingDifference: 0 }, 0],
    ["is nothing while money is owed to the buyer", { pendingDifference: -11 }, 0],
    ["is no more than was given back", { pendingDifference: 15 }, 11],
    ["is credited once", { credited: 11 }, 0],
    ["leaves out what a payment asks for", { pendingDifference: 17, asked: 6 }, 11],
    ["leaves out less than half a cent", { pendingDifference: 0.004 }, 0],
    [
      "is never more than is open, to the last decimal",
      { pendingDifference: 10.999999996 },
      10.99999999,
    ],
  ])("%s", (_what, changes, amount) => {
    expect(unowedCredit(books(changes))).toBe(amount)
  })
})
