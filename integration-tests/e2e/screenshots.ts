import { mkdirSync } from "node:fs"
import { join, resolve } from "node:path"
import type { Page } from "playwright-core"

/** Where every run leaves its pictures; those of the README are copied from here by `npm run screenshots`. */
export const FOLDER = resolve(__dirname, "screenshots")

/** The dashboard scrolls inside a fixed frame; so the window is made as high as its content while the picture is taken. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(FOLDER, { recursive: true })
  const size = page.viewportSize()
  if (!size) throw new Error("The page has no window.")
  const height = Math.max(size.height, Math.min(await contentHeight(page), 4_000))
  await page.setViewportSize({ ...size, height })
  await page.screenshot({ path: join(FOLDER, `${name}.png`), animations: "disabled" })
  await page.setViewportSize(size)
}

function contentHeight(page: Page): Promise<number> {
  return page.evaluate(() => {
    const overflows = [...document.querySelectorAll("main, main *, body")].map(
      (element) => element.scrollHeight + element.getBoundingClientRect().top
    )
    return Math.ceil(Math.max(...overflows, window.innerHeight))
  })
}
