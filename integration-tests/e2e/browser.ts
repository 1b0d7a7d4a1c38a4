import { type BrowserContext, chromium, type Page } from "playwright-core"
import { chromiumPath } from "../../scripts/chromium"

/** Chromium asks for nothing outside this machine. */
const FLAGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
]

/** What the dashboard itself says on pages where we stand, by the beginning of its words or a part of them. */
const DASHBOARDS_OWN = [
  "validateDOMNesting",
  "`DialogContent` requires a `DialogTitle`",
  "Missing `Description` or `aria-describedby={undefined}`",
  "React Router Future Flag Warning",
  "Download the React DevTools",
  "No `HydrateFallback` element provided",
  // The browser's own words about an answer; what our code makes of it is looked at on the screen.
  "Failed to load resource",
]

/** Width and height of the two screens that everything is looked at on. */
const SCREENS = {
  desk: { width: 1440, height: 900 },
  phone: { width: 390, height: 844 },
} as const

/** A theme and a screen. */
export interface Look {
  theme: "light" | "dark"
  screen: keyof typeof SCREENS
}

/** Everything is looked at in all of these. */
export const LOOKS: Look[] = [
  { theme: "light", screen: "desk" },
  { theme: "dark", screen: "desk" },
  { theme: "light", screen: "phone" },
  { theme: "dark", screen: "phone" },
]

/** One window of Chromium, of the desk's size, in light. Its profile is on disk, so that the dashboard's code is compiled once. */
export function openWindow(): Promise<BrowserContext> {
  const inATemporaryFolder = ""
  return chromium.launchPersistentContext(inATemporaryFolder, {
    executablePath: chromiumPath(),
    args: FLAGS,
    viewport: SCREENS.desk,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: "America/New_York",
    colorScheme: "light",
  })
}

/** Shows the page as it is in a theme and on a screen, by what the dashboard itself changes when somebody switches. */
export async function dress(page: Page, { theme, screen }: Look): Promise<void> {
  await page.setViewportSize(SCREENS[screen])
  await page.evaluate((value) => {
    const html = document.documentElement
    html.classList.remove("light", "dark")
    html.classList.add(value)
    html.style.colorScheme = value
  }, theme)
}

/** Collects what a page's console and its uncaught errors say, without the dashboard's own words. */
export function listen(page: Page): string[] {
  const said: string[] = []
  const add = (text: string) => {
    if (!DASHBOARDS_OWN.some((own) => text.includes(own))) said.push(text)
  }
  page.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") add(message.text())
  })
  page.on("pageerror", (error) => {
    if (!isOfDashboardsClient(error)) add(`uncaught: ${error.stack ?? error.message}`)
  })
  return said
}

/** The native screens show a refusal as a toast and then let it go on as an error of their client, which ours does not use. */
function isOfDashboardsClient({ stack = "" }: Error): boolean {
  return stack.includes("js-sdk") || stack.includes("FetchError")
}
