import { changedNumbers } from "../../../../walmart/updates/tracking-correction/changed-numbers"
import { correctedLabels, type KeptLabel } from "../corrected-labels"

const [A, B, C] = ["1Z999AA10123456784", "1Z410E7W0392751591", "1Z879E930346834440"]

function label(tracking_number: string, place: number): KeptLabel {
  const tracking_url = `https://www.ups.com/track?tracknum=${tracking_number}`
  return { id: `fulla_${place}`, tracking_number, tracking_url, label_url: `label_${place}` }
}

/** Numbers of the labels once they are corrected. */
function corrected(numbers: string[], ...changes: [from: string, to: string][]): string[] {
  const wanted = correctedLabels(
    numbers.map(label),
    changes.map(([from, to]) => ({ from, to }))
  )
  return wanted.map(({ tracking_number }) => tracking_number)
}

describe("labels whose numbers are corrected", () => {
  it.each<[string, string[], [string, string][], string[]]>([
    ["one number", [A, B], [[A, C]], [C, B]],
    [
      "numbers that move along",
      [A, B],
      [
        [A, B],
        [B, C],
      ],
      [B, C],
    ],
    [
      "numbers that move along, named from the end",
      [A, B],
      [
        [B, C],
        [A, B],
      ],
      [B, C],
    ],
    [
      "numbers that swap",
      [A, B],
      [
        [A, B],
        [B, A],
      ],
      [B, A],
    ],
    ["a number that two labels have", [A, A, B], [[A, C]], [C, C, B]],
    [
      "each of two labels of one number",
      [A, A],
      [
        [A, B],
        [A, C],
      ],
      [B, C],
    ],
    ["a number that no label has", [A], [[B, C]], [A]],
    ["a number that is written in another way", ["1z 999-aa1 0123456784", B], [[A, C]], [C, B]],
    ["a shipment without any label", [], [["", A]], [A]],
    ["a shipment whose labels somebody took away", [], [[B, A]], []],
  ])("follow the correction of %s", (_name, numbers, changes, wanted) => {
    expect(corrected(numbers, ...changes)).toEqual(wanted)
  })

  it("lose the link to another parcel and keep everything else", () => {
    const [first, second] = [label(A, 1), label(B, 2)]
    expect(correctedLabels([first, second], [{ from: A, to: C }])).toEqual([
      { ...first, tracking_number: C, tracking_url: "#" },
      second,
    ])
  })

  it.each([
    [
      [A, B],
      [B, C],
    ],
    [
      [A, B],
      [B, A],
    ],
  ])(
    "have the numbers that Walmart is sent, so that %j corrected to %j is no news",
    (before, after) => {
      const changes = before.map((from, place): [string, string] => [from, after[place]])
      const labels = corrected(before, ...changes).map((trackingNumber) => ({
        ...{ trackingNumber, trackingUrl: null },
      }))
      const packages = after.map((trackingNumber) => ({
        ...{
          trackingNumber,
          carrier: { carrier: "UPS" },
          lines: [{ lineNumber: "1", quantity: 1 }],
        },
      }))
      expect(changedNumbers({ packages, formerNumbers: before }, labels)).toEqual([])
    }
  )
})
