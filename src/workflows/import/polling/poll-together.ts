import type { MedusaContainer } from "@medusajs/framework/types"
import { STUCK_MS } from "../../../modules/walmart/scheduler/clock"
import type { PollResult } from "./poll-result"
import { pollWalmartOrdersWorkflow } from "./poll-walmart-orders"

/** A poll that this process is at. */
interface RunningPoll {
  since: number
  result: Promise<PollResult | null>
}

const running = new Map<string, RunningPoll>()

/**
 * Polls one account, or waits for the poll of it that this process is at, so that whoever asks again starts no second one; for a poll
 * that hangs nobody waits any more. Another process may poll meanwhile; what is done twice does no harm.
 * @returns null when the account is not polled at all
 */
export function pollTogether(
  container: MedusaContainer,
  accountId: string
): Promise<PollResult | null> {
  const under = running.get(accountId)
  if (under && Date.now() - under.since < STUCK_MS.poll) return under.result
  const poll: RunningPoll = { since: Date.now(), result: pollOnce(container, accountId) }
  const forget = () => {
    if (running.get(accountId) === poll) running.delete(accountId)
  }
  running.set(accountId, poll)
  poll.result.then(forget, forget)
  return poll.result
}

async function pollOnce(container: MedusaContainer, account_id: string) {
  const { result } = await pollWalmartOrdersWorkflow(container).run({ input: { account_id } })
  return result.at(0) ?? null
}
