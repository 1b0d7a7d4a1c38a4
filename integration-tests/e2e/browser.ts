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
  // It names languages with a region as its translations' library does not.
  "no plural rule found for: ptBR",
  // The browser's own words about an answer; what our code makes of it is looked at on the screen.
  "Failed to load resource",
]

/** Where the browser's reader lives. */
export const TIME_ZONE = "America/New_York"

/** Width and height of the screens that everything is looked at on. */
const SCREENS = {
  desk: { width: 1440, height: 900 },
  laptop: { width: 1280, height: 800 },
  wide: { width: 1920, height: 1080 },
  phone: { width: 390, height: 844 },
} as const

const SIZES = Object.keys(SCREENS) as (keyof typeof SCREENS)[]

/** A theme and a screen. */
export interface Look {
  theme: "light" | "dark"
  screen: keyof typeof SCREENS
}

/** Everything is looked at in all of these. */
export const LOOKS: Look[] = SIZES.flatMap((screen) => [
  { theme: "light", screen },
  { theme: "dark", screen },
])

/** One window of Chromium, of the desk's size, in light. Its profile is on disk, so that the dashboard's code is compiled once. */
export function openWindow(): Promise<BrowserContext> {
  const inATemporaryFolder = ""
  return chromium.launchPersistentContext(inATemporaryFolder, {
    executablePath: chromiumPath(),
    args: FLAGS,
    viewport: SCREENS.desk,
    reducedMotion: "reduce",
    locale: "en-US",
    timezoneId: TIME_ZONE,
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
