import { storeSuite } from "../helpers/store"
import { accessTests } from "./admin-api/access"
import { accountTests } from "./admin-api/accounts"
import { orderListTests } from "./admin-api/order-list"
import { orderTests } from "./admin-api/orders"
import { performanceTests } from "./admin-api/performance"
import { refusalTests } from "./admin-api/refusals"
import { shipmentTests } from "./admin-api/shipments"
import { statusTests } from "./admin-api/status"

/* What the admin API shows; `admin-api-changes.spec.ts` has what it changes. Two files, so that both run at the same time. */

storeSuite(
  "The admin API",
  (store) => {
    accessTests(store)
    refusalTests(store)
    orderListTests(store)
    shipmentTests(store)
    orderTests(store)
    accountTests(store)
    statusTests(store)
    performanceTests(store)
  },
  // One refusal is enough to hand an update to a person.
  { plugin: { refusedAttempts: 1 } }
)
