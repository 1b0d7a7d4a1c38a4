import { atDesk } from "./desk"
import { looksTests } from "./looks"
import { quietTests } from "./quiet"
import { settingsTests } from "./settings"

atDesk("settings and what all screens have in common", (desk) => {
  settingsTests(desk)
  quietTests(desk)
  looksTests(desk)
})
