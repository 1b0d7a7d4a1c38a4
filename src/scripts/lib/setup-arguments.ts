import type { Answers } from "../../walmart/setup/questions"
import { accountOf } from "./arguments"

/** How the setup is to be done. */
export interface SetupRequest {
  accountId: string
  /** Everything that is lacking may be made without asking. */
  isAgreed: boolean
  answers: Answers
}

const USAGE = [
  "medusa exec <script>                           says what it would make, and asks",
  "medusa exec <script> yes                       makes it without asking",
  "medusa exec <script> location=<location id>    ships from this stock location",
  "medusa exec <script> node=<ship node>:<location id> node=…   maps Walmart's ship nodes",
  "With several accounts, add account=<id>.",
].join("\n")

/**
 * Reads the arguments of the setup script.
 * @throws Error that says what is wrong and how to call the script
 */
export function setupRequest(args: (string | number)[], accountIds: string[]): SetupRequest {
  const request: SetupRequest = { accountId: "", isAgreed: false, answers: {} }
  let account: string | undefined
  refuseRepeated(args.map(String))
  for (const word of args.map(String)) {
    const [, name, value] = /^(account|location|node)=(.+)$/.exec(word) ?? []
    if (word === "yes") request.isAgreed = true
    else if (name === "account") account = value
    else if (name === "location") request.answers.stockLocationId = value
    else if (name === "node") addNode(request.answers, value)
    else throw new Error(`"${word}" is nothing it knows.\n${USAGE}`)
  }
  return { ...request, accountId: accountOf(account, accountIds) }
}

/** Only ship nodes may be several; of two locations one would be passed over. */
function refuseRepeated(words: string[]): void {
  const once = ["account=", "location="]
  const repeated = once.find((name) => words.filter((word) => word.startsWith(name)).length > 1)
  if (repeated) throw new Error(`"${repeated}" is given twice.\n${USAGE}`)
}

function addNode(answers: Answers, pair: string): void {
  const [, node, location] = /^([^:]+):(.+)$/.exec(pair) ?? []
  if (!node) throw new Error(`"node=${pair}" names no ship node and stock location.\n${USAGE}`)
  answers.shipNodes = { ...answers.shipNodes, [node]: location }
}
