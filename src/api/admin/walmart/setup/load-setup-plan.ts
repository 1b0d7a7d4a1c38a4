import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminWalmartSetupPlan } from "../../../../types/http"
import { planSetup } from "../../../../walmart/setup/plan-setup"
import type { Answers } from "../../../../walmart/setup/questions"
import { shownStep } from "../../../../walmart/setup/setup-steps"
import { textIn } from "../../../../walmart/words/phrase"
import { loadSetupFacts } from "../../../../workflows/setup/load-setup-facts"

/** What a store lacks for an account's orders; asks Walmart for its SKUs, and changes nothing. @throws MedusaError NOT_FOUND */
export async function loadPlan(
  container: MedusaContainer,
  accountId: string,
  answers: Answers = {}
): Promise<AdminWalmartSetupPlan> {
  const facts = await loadSetupFacts(container, accountId)
  const { steps, questions } = planSetup(facts, answers)
  return {
    account_id: accountId,
    steps: steps.map(shownStep),
    questions: questions.map(({ key, choices, shipNodes, words }) => {
      const { text: message, ...said } = textIn([words])
      return { key, message, ...said, ship_nodes: shipNodes, choices }
    }),
  }
}
