import { createInterface } from "node:readline/promises"
import type { ExecArgs } from "@medusajs/framework/types"
import { ContainerRegistrationKeys, MedusaError } from "@medusajs/framework/utils"
import { oneLine } from "../modules/walmart/common/failure"
import { planSetup } from "../walmart/setup/plan-setup"
import type { Question } from "../walmart/setup/questions"
import { keyOf, shownStep } from "../walmart/setup/setup-steps"
import { english } from "../walmart/words/phrase"
import { walmartOf } from "../workflows/import/store/load-store"
import { loadSetupFacts } from "../workflows/setup/load-setup-facts"
import { setUpWalmartWorkflow } from "../workflows/setup/set-up-walmart"
import { setupRequest } from "./lib/setup-arguments"

/**
 * `medusa exec`: makes what a store lacks for an account's orders, after asking. May be repeated; what is there is left as it is.
 * @throws Error that says how to call it; MedusaError with what Medusa refused, where it then stopped
 */
export default async function setup({ container, args }: ExecArgs): Promise<void> {
  const walmart = walmartOf(container)
  await walmart.tables.needed()
  const ids = walmart.options.accounts.map(({ id }) => id)
  const { accountId, isAgreed, answers } = setupRequest(args, ids)
  const say = (text: string) =>
    container.resolve(ContainerRegistrationKeys.LOGGER).info(oneLine(text))
  const { steps, questions } = planSetup(await loadSetupFacts(container, accountId), answers)
  for (const question of questions) say(questionText(question))
  if (steps.length === 0) return say(`Nothing is lacking that could be made for "${accountId}".`)
  say(`What the account "${accountId}" needs and the store lacks:`)
  for (const step of steps) say(`  ${shownStep(step).text}`)
  if (!isAgreed && !(await agree())) return say(`Nothing was made. Add "yes" to make all of it.`)
  const agreed = steps.map(keyOf)
  const input = { account_id: accountId, agreed, answers }
  const { result } = await setUpWalmartWorkflow(container).run({ input })
  for (const { text } of result.done) say(`Done: ${text}`)
  if (result.problem === null) return
  throw new MedusaError(MedusaError.Types.UNEXPECTED_STATE, result.problem)
}

/** Asks the person at the terminal; where nobody sits, nothing is agreed to. */
async function agree(): Promise<boolean> {
  if (!process.stdin.isTTY) return false
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question("Make all of it? (y/N) ")
    return /^y(es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

function questionText({ key, words, choices }: Question): string {
  const how = key === "ship_nodes" ? "node=<ship node>:<location id>" : "location=<location id>"
  const names = choices.map(({ id, name }) => `${name} (${id})`).join(", ")
  return `${english([words])} Answer with ${how}; the stock locations are ${names}.`
}
