import { atDesk } from "./desk"
import { looksTests } from "./looks"
import { quietTests } from "./quiet"

atDesk("what all screens have in common", (desk) => {
  quietTests(desk)
  looksTests(desk)
})
