import { readWords } from "../words"

const HOW = { names: ["account"], usage: "medusa exec <script>" }

describe("the words of a script", () => {
  it("are plain or name something, digits as medusa exec hands them on", () => {
    const { plain, named } = readWords([1799999999001, "MUG-1", "account=main"], HOW)
    expect(plain).toEqual(["1799999999001", "MUG-1"])
    expect([...named]).toEqual([["account", "main"]])
  })

  it.each([[["acount=main"]], [["account=a", "account=b"]]])("are refused: %j", (args) => {
    expect(() => readWords(args, HOW)).toThrow(/medusa exec <script>/)
  })
})
