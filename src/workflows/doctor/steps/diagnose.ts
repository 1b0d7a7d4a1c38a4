import { createStep, StepResponse } from "@medusajs/framework/workflows-sdk"
import { diagnoseAccount, diagnoseServer } from "../../../walmart/doctor/diagnose"
import type { Finding } from "../../../walmart/doctor/finding"
import { walmartOf } from "../../import/store/load-store"
import { loadAccountFacts } from "../load-account-facts"
import { loadServerFacts } from "../load-server-facts"

/** Looks at everything that orders need, and says what is wrong with what to do. Changes nothing, so nothing is undone. */
export const diagnoseStep = createStep(
  "diagnose",
  async (_input: Record<string, never>, { container }) => {
    const walmart = walmartOf(container)
    const server = await loadServerFacts(container)
    const findings: Finding[] = diagnoseServer(server)
    if (!server.isMigrated) return new StepResponse(findings)
    await walmart.ensureAccounts()
    for (const account of walmart.options.accounts) {
      const facts = await loadAccountFacts(container, account)
      findings.push(...diagnoseAccount(facts, account.market))
    }
    return new StepResponse(findings)
  }
)
