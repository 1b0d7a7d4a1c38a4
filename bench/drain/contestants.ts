import { connect } from "../../testing/connect"
import { NO_LIMIT } from "../../testing/no-limit"
import { migrate } from "../../integration-tests/faults/harness/database"
import { createSender } from "../../integration-tests/faults/harness/sender"
import { ensureAccounts } from "../../src/modules/walmart/accounts/account-sql"
import { parseOptions } from "../../src/modules/walmart/config/options"
import { databaseNow, saveOrder } from "../../src/modules/walmart/orders/order-sql"
import { runWorkers } from "../../src/modules/walmart/queue/worker/run-workers"
import { enqueue } from "../../src/modules/walmart/queue/enqueue-sql"
import { type Backlog, type Contestant, KEYS, loops, type Prepared, twoCalls } from "./contestant"
import { type GraphileWorker, peer, type PgBossClass } from "./peers"

const ACCOUNT = "main"

/** The plugin's send runs, as its job makes them: claim, read, compare, write down, acknowledge, write down, give back. */
export const plugin: Contestant = {
  name: "plugin",
  async prepare({ databaseUrl, walmartUrl, purchaseOrderIds, inFlight }: Backlog) {
    const db = connect(databaseUrl, inFlight + 2)
    await migrate(db, "up")
    const options = parseOptions({
      concurrency: inFlight,
      accounts: [{ id: ACCOUNT, baseUrl: walmartUrl, ...KEYS }],
      rateLimits: { "orders.get": NO_LIMIT, "orders.acknowledge": NO_LIMIT },
    })
    await ensureAccounts(db, [{ id: ACCOUNT }])
    const sender = createSender(db, options)
    const { client, market } = sender.deps
    for (const po of purchaseOrderIds) {
      const readAt = await databaseNow(db)
      const order = await client.getOrder(po)
      const { id } = await saveOrder(db, { accountId: ACCOUNT, order, market, readAt })
      const target = { id, accountId: ACCOUNT, deadlineAt: new Date() }
      await enqueue(db, target, [ACKNOWLEDGMENT], "bench")
    }
    return {
      drain: async () => {
        const [{ stockFeedFrom, dryRun }] = options.accounts
        const run = {
          ...{ accountId: ACCOUNT, stockFeedFrom, dryRun, logger: console },
          sender: { ...sender.deps, options },
        }
        let claimed = 1
        while (claimed > 0) ({ claimed } = await runWorkers(run, {}))
      },
      close: () => db.destroy(),
    }
  },
}

const ACKNOWLEDGMENT = {
  uniqueKey: "acknowledgment",
  payload: { kind: "acknowledgment" as const },
  attention: null,
  warnings: [],
  happenedAt: 0,
}

/** The same two calls in a loop without any queue: nothing can be quicker, and nothing survives its crash. */
export const bareLoop: Contestant = {
  name: "bare loop",
  async prepare({ walmartUrl, purchaseOrderIds, inFlight }) {
    const call = twoCalls(walmartUrl)
    const left = [...purchaseOrderIds]
    const next = async () => {
      const po = left.shift()
      if (po !== undefined) await call(po)
      return po !== undefined
    }
    return { drain: () => loops(inFlight, next), close: async () => {} }
  },
}

/** pg-boss, asked for one job at a time as quickly as it answers: its own workers wait between their looks. */
export const pgBoss: Contestant = {
  name: "pg-boss",
  async prepare({ databaseUrl, walmartUrl, purchaseOrderIds, inFlight }) {
    const PgBoss = peer<PgBossClass>("pg-boss")
    const boss = new PgBoss({ connectionString: databaseUrl, max: inFlight + 2 })
    // Its pool tells of connections that end with the database, after it was stopped.
    boss.on("error", () => {})
    await boss.start()
    await boss.createQueue(QUEUE)
    await boss.insert(purchaseOrderIds.map((po) => ({ name: QUEUE, data: { po } })))
    const call = twoCalls(walmartUrl)
    const next = async () => {
      const [job] = await boss.fetch(QUEUE, { batchSize: 1 })
      if (!job) return false
      await call(job.data.po)
      await boss.complete(QUEUE, job.id)
      return true
    }
    return {
      drain: () => loops(inFlight, next),
      close: () => boss.stop({ graceful: false, wait: true }),
    }
  },
}

/** graphile-worker with its own pool, which asks for the next job as soon as one has ended. */
export const graphileWorker: Contestant = {
  name: "graphile-worker",
  async prepare({ databaseUrl, walmartUrl, purchaseOrderIds, inFlight }): Promise<Prepared> {
    const { makeWorkerUtils, runOnce, Logger } = peer<GraphileWorker>("graphile-worker")
    const silent = new Logger(() => () => {})
    const utils = await makeWorkerUtils({ connectionString: databaseUrl, logger: silent })
    await utils.migrate()
    for (const po of purchaseOrderIds) await utils.addJob(QUEUE, { po })
    await utils.release()
    const call = twoCalls(walmartUrl)
    const taskList = { [QUEUE]: ({ po }: { po: string }) => call(po) }
    const options = { connectionString: databaseUrl, logger: silent, taskList }
    return {
      drain: () =>
        runOnce({
          ...options,
          concurrency: inFlight,
          maxPoolSize: inFlight + 2,
          noHandleSignals: true,
        }),
      close: async () => {},
    }
  },
}

const QUEUE = "acknowledge"
