import { readFileSync } from "node:fs"
import type { AxeResults, ElementContext, resultGroups, RunOptions } from "axe-core"
import type { Page } from "playwright-core"

const SOURCE = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8")

interface WindowWithAxe {
  axe: { run(context: ElementContext, options: RunOptions): Promise<AxeResults> }
}

/**
 * What axe finds wrong inside the given parts of the page, one line a finding. The frame around a page is the dashboard's, so
 * rules about a whole page are not asked.
 */
export async function violations(page: Page, include: string[]): Promise<string[]> {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(SOURCE)
  const found = await page.evaluate(
    async ([context]) => {
      const { axe } = window as unknown as WindowWithAxe
      const runOnly = { type: "tag" as const, values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"] }
      // Of what passes, axe then describes one element a rule. On a long list, describing all of them takes half of its time.
      const resultTypes: resultGroups[] = ["violations"]
      const results = await axe.run({ include: context }, { runOnly, resultTypes })
      return results.violations
    },
    [include]
  )
  return found.flatMap(({ id, help, nodes }) =>
    nodes.map(({ html }) => `${id}: ${help}: ${html.slice(0, 200)}`)
  )
}

/** What of the page is wider than the window, so that a phone would have to scroll sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
}

/**
 * Controls inside a part of the page that Tab never reaches, by their markup. Starts behind what has the focus now and goes on until
 * it has been everywhere.
 */
export async function unreachable(page: Page, within: string): Promise<string[]> {
  const count = await page.evaluate(markControls, within)
  const reached = new Set<string>()
  for (let presses = 0; presses < count * 2 + 60 && reached.size < count; presses++) {
    await page.keyboard.press("Tab")
    const mark = await page.evaluate(() => document.activeElement?.getAttribute("data-reach"))
    if (mark) reached.add(mark)
  }
  return page.evaluate(
    (marks) =>
      [...document.querySelectorAll("[data-reach]")]
        .filter((element) => !marks.includes(element.getAttribute("data-reach") ?? ""))
        .map((element) => element.outerHTML.slice(0, 200)),
    [...reached]
  )
}

/** Numbers what can be operated. Of a group of radio buttons one takes the focus, and the arrow keys reach the others. */
function markControls(within: string): number {
  const controls = "a[href], button, input, select, textarea, summary, [tabindex]"
  const usable = [...document.querySelectorAll(within)]
    .flatMap((part) => [...part.querySelectorAll<HTMLElement>(controls)])
    .filter((element) => element.offsetParent !== null && element.tabIndex >= 0)
    .filter((element) => !element.matches(":disabled, [role=radio], [aria-hidden=true]"))
  usable.forEach((element, index) => element.setAttribute("data-reach", String(index)))
  return usable.length
}
