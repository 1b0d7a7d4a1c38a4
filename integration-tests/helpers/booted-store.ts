import axios, { type AxiosInstance } from "axios"
import type { MedusaContainer } from "@medusajs/framework/types"
import { Modules, TransactionState } from "@medusajs/framework/utils"
import {
  configLoaderOverride,
  createPostgresDatabaseTemplate,
  dropPostgresDatabaseTemplate,
  medusaIntegrationTestRunner,
  restorePostgresDatabaseFromTemplate,
  startApp,
} from "@medusajs/test-utils"
import { createDatabase, dropDatabase } from "../../scripts/database"
import { templateStore } from "../../scripts/template-store"
import { waitFor } from "../../testing/wait-for"
import { databaseUrlOf } from "./database-url"

/** A Medusa that answers over HTTP as long as its spec file runs. */
export interface BootedStore {
  http: AxiosInstance
  /** There is none before the file's `beforeAll`. */
  container(): MedusaContainer
}

/**
 * Medusa's own `medusaIntegrationTestRunner` on a copy of the template store: that one is migrated and its links are synchronised,
 * so Medusa boots once, in little more than half of the time. Each test begins with the database as the file's `beforeAll` left it.
 */
export function withBootedStore(tests: (store: BootedStore) => void): void {
  const url = databaseUrlOf(`walmart_http_${Date.now()}`)
  const databaseName = new URL(url).pathname.slice(1)
  const templateName = `${databaseName}_template`
  const http = axios.create()
  let container: MedusaContainer
  let shutdown = async () => {}
  let isFirst = true

  beforeAll(async () => {
    await createDatabase(url, templateStore().database)
    await configLoaderOverride(process.cwd(), { clientUrl: url })
    const app = await startApp({ cwd: process.cwd() })
    ;({ container, shutdown } = app)
    http.defaults.baseURL = `http://localhost:${app.port}`
    await workflowsEnd(container)
  })
  beforeEach(async () => {
    // What the file's own `beforeAll` did is in the copy that the later tests begin with.
    if (isFirst) await createPostgresDatabaseTemplate({ databaseName, templateName })
    else await restorePostgresDatabaseFromTemplate({ databaseName, templateName })
    isFirst = false
  })
  afterEach(() => workflowsEnd(container))
  afterAll(async () => {
    await shutdown()
    await dropPostgresDatabaseTemplate(templateName)
    await dropDatabase(url)
  })

  tests({ http, container: () => container })
}

/** The same with Medusa's own runner, which migrates: for a feature flag whose modules have tables that the template lacks. */
export function withMigratedStore(tests: (store: BootedStore) => void): void {
  const url = databaseUrlOf(`walmart_http_${Date.now()}`)
  medusaIntegrationTestRunner({
    dbName: new URL(url).pathname.slice(1),
    hooks: { beforeServerStart: () => createDatabase(url, templateStore().database) },
    testSuite: ({ api, getContainer }) => tests({ http: api, container: getContainer }),
  })
}

const { NOT_STARTED, DONE, REVERTED, FAILED } = TransactionState

/** Who is still at work would write into the next test's database. */
async function workflowsEnd(container: MedusaContainer): Promise<void> {
  const engine = container.resolve(Modules.WORKFLOW_ENGINE)
  const state = { $nin: [NOT_STARTED, DONE, REVERTED, FAILED] }
  await waitFor("the workflows to end", async () => {
    const open = await engine.listWorkflowExecutions({ state })
    return open.length === 0
  })
}
