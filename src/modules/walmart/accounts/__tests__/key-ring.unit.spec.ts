import type { Knex } from "@medusajs/framework/mikro-orm/knex"
import { KeyRing } from "../key-ring"
import type { KeyRow } from "../key-sql"
import { ACCOUNT_KEYS } from "../vaults"

const OPTIONS = { keysSecret: "a secret of the tests, 32 or more", formerKeysSecrets: [] }

/** A question to the database that waits for its answer. */
interface Question {
  answer(rows: KeyRow[]): void
  fail(error: Error): void
}

/** A database that answers when the test says so. */
function slowDatabase() {
  const questions: Question[] = []
  const raw = () =>
    new Promise<{ rows: KeyRow[] }>((resolve, reject) => {
      questions.push({ answer: (rows) => resolve({ rows }), fail: reject })
    })
  return { questions, db: { raw } as unknown as Knex }
}

/** Everything that can go on without the database has done so. */
const settled = () => new Promise((resolve) => setImmediate(resolve))

describe("keys that are read twice at once", () => {
  const { questions, db } = slowDatabase()
  const ring = new KeyRing(db, ACCOUNT_KEYS, OPTIONS, { warn: () => {} })
  const row = (clientId: string): KeyRow => ({
    ...ring.seal("main", { clientId, clientSecret: "secret" }),
    ...{ changed_by: "user_1", changed_at: new Date(0) },
  })
  const inForce = () => ring.inForce().get("main")?.clientId

  it("are those of the reading that was asked for last, which begins after the first one's end", async () => {
    const [older, newer] = [ring.refresh(), ring.refresh()]
    await settled()
    expect(questions).toHaveLength(1)
    questions[0].answer([row("old")])
    await older
    await settled()
    questions[1].answer([row("new")])
    await newer
    expect(inForce()).toBe("new")
  })

  it("are read the second time also when the first time failed, and who asked first hears of that", async () => {
    const [first, second] = [ring.refresh(), ring.refresh()]
    const heard = expect(first).rejects.toThrow("away")
    await settled()
    questions[2].fail(new Error("away"))
    await heard
    await settled()
    questions[3].answer([row("newest")])
    await second
    expect(inForce()).toBe("newest")
  })
})
