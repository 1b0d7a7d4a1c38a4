import { resolve } from "node:path"
import { moduleIntegrationTestRunner, type SuiteOptions } from "@medusajs/test-utils"
import { type Simulator, startSimulator } from "../../simulator"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type { WalmartPluginOptions } from "../../src/modules/walmart/options"
import type WalmartModuleService from "../../src/modules/walmart/service"

/** The account of a module suite that names no others. */
export const ACCOUNT = "main"

const MODULE = resolve(__dirname, "../../src/modules/walmart")

/** What the tests of a module suite get. */
export type ModuleSuite = SuiteOptions<WalmartModuleService> & { simulator: () => Simulator }

/**
 * A suite on the plugin's module alone, with its tables in PostgreSQL and a simulated Walmart of its own, where all of its accounts
 * are one seller.
 */
export function moduleSuite(
  options: WalmartPluginOptions,
  tests: (suite: ModuleSuite) => void,
  accountIds = [ACCOUNT]
): void {
  const keys = { clientId: "demo-client", clientSecret: "demo-secret", baseUrl: "" }
  const accounts = accountIds.map((id) => ({ id, ...keys }))
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    // The module reads its options anew before each test.
    for (const account of accounts) account.baseUrl = simulator.url
  })
  afterAll(() => simulator.close())

  moduleIntegrationTestRunner<WalmartModuleService>({
    moduleName: WALMART_MODULE,
    resolve: MODULE,
    pathToMigrations: resolve(MODULE, "migrations"),
    moduleOptions: { accounts, ...options },
    testSuite: (suite) => tests({ ...suite, simulator: () => simulator }),
  })
}
