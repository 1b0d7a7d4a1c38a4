import { UNMIGRATED } from "../../common/failure"
import { Tables } from "../tables"

function thatFail(...errors: (Error | null)[]) {
  const said = { error: [] as string[], warn: [] as string[] }
  const tables = new Tables(
    async () => {
      const error = errors.shift()
      if (error) throw error
    },
    { error: (text: string) => said.error.push(text), warn: (text: string) => said.warn.push(text) }
  )
  return { tables, said }
}

const missingTable = () => Object.assign(new Error("relation …"), { code: "42P01" })
const missingColumn = () => new Error("column w0.seller does not exist")

it.each([missingTable(), missingColumn()])(
  "say once what to do when the database is not migrated, and notice when it is: %s",
  async (error) => {
    const { tables, said } = thatFail(error, error, error, null)
    expect([await tables.ready(), await tables.ready()]).toEqual([false, false])
    await expect(tables.needed()).rejects.toThrow("npx medusa db:migrate")
    expect([await tables.ready(), await tables.ready()]).toEqual([true, true])
    expect(said).toEqual({ error: [`Walmart: ${UNMIGRATED}`], warn: [] })
  }
)

it("are not said to be missing because the database cannot be asked", async () => {
  const { tables, said } = thatFail(Object.assign(new Error("gone"), { code: "ECONNREFUSED" }))
  expect(await tables.ready()).toBe(true)
  expect(said.error).toEqual([])
  expect(said.warn).toHaveLength(1)
})
