import { storeSuite } from "../helpers/store"
import { accessTests } from "./admin-api/access"
import { accountTests } from "./admin-api/accounts"
import { cancelTests } from "./admin-api/cancel"
import { carrierTests } from "./admin-api/carrier"
import { correctionTests } from "./admin-api/corrections"
import { orderListTests } from "./admin-api/order-list"
import { orderTests } from "./admin-api/orders"
import { statusTests } from "./admin-api/status"
import { updateTests } from "./admin-api/updates"

storeSuite(
  "The admin API",
  (store) => {
    accessTests(store)
    orderListTests(store)
    orderTests(store)
    carrierTests(store)
    cancelTests(store)
    updateTests(store)
    correctionTests(store)
    accountTests(store)
    statusTests(store)
  },
  // One refusal is enough to hand an update to a person.
  { plugin: { refusedAttempts: 1 } }
)
