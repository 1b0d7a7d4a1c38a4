import { resolve } from "node:path"
import { moduleIntegrationTestRunner, type SuiteOptions } from "@medusajs/test-utils"
import { type Simulator, startSimulator } from "../../simulator"
import { WALMART_MODULE } from "../../src/modules/walmart"
import type { WalmartPluginOptions } from "../../src/modules/walmart/config/options"
import type WalmartModuleService from "../../src/modules/walmart/service"

/** The account of a module suite that names no others. */
export const ACCOUNT = "main"

/** Seller of the simulator's own key pair. */
const ONE_SELLER = "10001000001"

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
  const accounts = accountIds.map((id, index) => ({
    ...{ id, clientId: index === 0 ? "demo-client" : `client-of-${id}` },
    ...{ clientSecret: "demo-secret", baseUrl: "" },
  }))
  let simulator: Simulator
  beforeAll(async () => {
    simulator = await startSimulator({ port: 0, ownRules: true })
    // The module reads its options anew before each test.
    for (const account of accounts) account.baseUrl = simulator.url
    for (const { clientId, clientSecret } of accounts) {
      const keys = { clientId, clientSecret, sellerId: ONE_SELLER }
      simulator.control.run("POST", "credentials", keys)
    }
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
