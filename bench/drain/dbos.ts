import { type Backlog, type Contestant, twoCalls } from "./contestant"
import { type Dbos, peer } from "./peers"

const QUEUE = "acknowledge"
const WORKFLOW = "acknowledgeOrder"
/** It looks for work once a second unless it is told to look at once. */
const AT_ONCE_MS = 1
const LAST_WRITES_MS = 10_000

const silent = { info() {}, debug() {}, warn() {}, error() {} }

/** DBOS Transact's durable queue: a workflow an order, whose one step makes both calls and is written down when it has. */
export const dbos: Contestant = {
  name: "DBOS",
  async prepare(backlog) {
    const { DBOS, DBOSClient } = peer<Dbos>("@dbos-inc/dbos-sdk")
    const { databaseUrl: systemDatabaseUrl, inFlight } = backlog
    await DBOS.migrate(systemDatabaseUrl)
    const client = await DBOSClient.create({ systemDatabaseUrl, logger: silent })
    const options = { queueName: QUEUE, workflowName: WORKFLOW }
    for (const po of backlog.purchaseOrderIds) await client.enqueue(options, po)
    await client.destroy()
    DBOS.setConfig({
      ...{ name: "drain", systemDatabaseUrl, logger: silent },
      systemDatabasePoolSize: inFlight + 2,
    })
    const allEnd = register(DBOS, backlog)
    return {
      drain: async () => {
        await DBOS.launch()
        const limits = { workerConcurrency: inFlight, minPollingIntervalMs: AT_ONCE_MS }
        await DBOS.registerQueue(QUEUE, limits)
        await allEnd
      },
      close: () => DBOS.shutdown({ deregister: true, workflowCompletionTimeoutMS: LAST_WRITES_MS }),
    }
  },
}

/** @returns resolves when every order's calls are made */
function register(DBOS: Dbos["DBOS"], { walmartUrl, purchaseOrderIds }: Backlog): Promise<void> {
  const call = twoCalls(walmartUrl)
  let left = purchaseOrderIds.length
  return new Promise((done) => {
    const work = async (po: string) => {
      await DBOS.runStep(() => call(po))
      left -= 1
      if (left === 0) done()
    }
    DBOS.registerWorkflow(work, { name: WORKFLOW })
  })
}
