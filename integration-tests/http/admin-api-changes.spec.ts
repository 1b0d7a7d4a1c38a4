import { storeSuite } from "../helpers/store"
import { cancelTests } from "./admin-api/cancel"
import { carrierTests } from "./admin-api/carrier"
import { correctionTests } from "./admin-api/corrections"
import { twoPeopleTests } from "./admin-api/two-people"
import { updateTests } from "./admin-api/updates"

storeSuite(
  "The admin API for shipping, canceling and correcting",
  (store) => {
    carrierTests(store)
    cancelTests(store)
    updateTests(store)
    twoPeopleTests(store)
    correctionTests(store)
  },
  // One refusal is enough to hand an update to a person.
  { plugin: { refusedAttempts: 1 } }
)
