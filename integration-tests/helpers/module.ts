import { resolve } from "node:path"
import { moduleIntegrationTestRunner, type SuiteOptions } from "@medusajs/test-utils"
import { type Simulator, startSimulator } from "../../simulator"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type { WalmartPluginOptions } from "../../src/modules/walmart/options"
import type WalmartModuleService from "../../src/modules/walmart/service"

/** The one account of a module suite. */
export const ACCOUNT = "main"

const MODULE = resolve(__dirname, "../../src/modules/walmart")

/** What the tests of a module suite get. */
export type ModuleSuite = SuiteOptions<WalmartModuleService> & { simulator: () => Simulator }

/** A suite on the plugin's module alone, with its tables in PostgreSQL and a simulated Walmart of its own. */
export function moduleSuite(
  options: WalmartPluginOptions,
  tests: (suite: ModuleSuite) => void
): void {
  const account = { id: ACCOUNT, clientId: "demo-client", clientSecret: "demo-secret", baseUrl: "" }
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0 })
    // The module reads its options anew before each test.
    account.baseUrl = simulator.url
  })
  afterAll(() => simulator.close())

  moduleIntegrationTestRunner<WalmartModuleService>({
    moduleName: WALMART_MODULE,
    resolve: MODULE,
    pathToMigrations: resolve(MODULE, "migrations"),
    moduleOptions: { accounts: [account], ...options },
    testSuite: (suite) => tests({ ...suite, simulator: () => simulator }),
  })
}
