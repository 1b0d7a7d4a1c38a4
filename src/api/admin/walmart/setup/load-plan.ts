import type { MedusaContainer } from "@medusajs/framework/types"
import type { AdminWalmartSetupPlan } from "../../../../types/http"
import { planSetup } from "../../../../walmart/setup/plan-setup"
import type { Answers } from "../../../../walmart/setup/questions"
import { keyOf, wordsOf } from "../../../../walmart/setup/steps"
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
    steps: steps.map((step) => ({ key: keyOf(step), text: wordsOf(step) })),
    questions: questions.map(({ shipNodes, ...question }) => ({
      ...question,
      ship_nodes: shipNodes,
    })),
  }
}
