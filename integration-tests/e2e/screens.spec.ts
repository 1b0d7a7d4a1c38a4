import { accountTruthTests } from "./truths/account-truths"
import { atDesk } from "./desk"
import { looksTests } from "./looks"
import { quietTests } from "./quiet"
import { taskTests } from "./tasks/tasks"
import { truthTests } from "./truths/truths"

atDesk("what all screens have in common", (desk) => {
  truthTests(desk)
  accountTruthTests(desk)
  quietTests(desk)
  looksTests(desk)
  taskTests(desk)
})
