import { storeSuite } from "../helpers/store"
import { importTogetherTests } from "./polls/import-together"
import { leftChangeTests } from "./polls/left-changes"
import { pollAgainTests } from "./polls/polls-again"

storeSuite("orders as polls and sweeps find them", (store) => {
  importTogetherTests(store)
  pollAgainTests(store)
  leftChangeTests(store)
})
