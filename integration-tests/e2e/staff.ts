import type { Locator, Page, Request } from "playwright-core"
import { ADMIN } from "../../testing/seed"

/** How long nothing is asked for by a page that has everything. */
const AT_REST_MS = 500

/** A member of staff at the admin: finds things by what is written on the screen, and uses mouse and keyboard. */
export class Staff {
  private readonly underWay = new Set<Request>()
  private lastEnd = Date.now()

  constructor(
    readonly page: Page,
    private readonly url: string
  ) {
    page.setDefaultTimeout(90_000)
    page.on("request", (request) => this.underWay.add(request))
    const ended = (request: Request) => {
      this.underWay.delete(request)
      this.lastEnd = Date.now()
    }
    page.on("requestfinished", ended)
    page.on("requestfailed", ended)
  }

  /** Logs in with e-mail and password, as the first thing of the day. */
  async logIn(): Promise<void> {
    await this.page.goto(`${this.url}/app/login`)
    await this.page.getByPlaceholder(/email/i).fill(ADMIN.email)
    await this.page.getByPlaceholder(/password/i).fill(ADMIN.password)
    await this.page.keyboard.press("Enter")
    await this.page.waitForURL(/\/app\/orders/)
  }

  /** Opens a page of the admin, `/walmart` for example. */
  async open(path: string): Promise<void> {
    await this.page.goto(`${this.url}/app${path}`)
  }

  /**
   * Waits until the page has had all its answers and has asked for nothing more for a moment. Playwright's own "networkidle"
   * comes once and for good, and before a page that is busy with its scripts has asked for anything.
   */
  async atRest(): Promise<void> {
    while (this.underWay.size > 0 || Date.now() - this.lastEnd < AT_REST_MS)
      await this.page.waitForTimeout(50)
  }

  /** The Walmart box of the native order page. */
  get card(): Locator {
    return this.page.locator("#walmart-order")
  }

  /** One update in the Walmart box or in the drawer of the Orders page. */
  update(title: string): Locator {
    return this.page.getByRole("listitem").filter({ hasText: title })
  }

  /** The number in the table of the Orders page, which opens the order at the side. */
  row(purchaseOrderId: string): Locator {
    return this.button(`Show Walmart order ${purchaseOrderId}`)
  }

  /** A drawer, or a question that waits for an answer. */
  get dialog(): Locator {
    return this.page.getByRole("dialog").or(this.page.getByRole("alertdialog")).last()
  }

  /** Medusa's messages at the corner of the screen. */
  toast(text: string | RegExp): Locator {
    return this.page.locator("[data-sonner-toast]").filter({ hasText: text })
  }

  /** Closes Medusa's messages, which lie over what is opened next. */
  async closeToasts(): Promise<void> {
    for (const toast of await this.toast("").all()) await toast.getByRole("button").click()
    await this.toast("").first().waitFor({ state: "detached" })
  }

  /** Begins to count the clicks on this page, and the keys that press a button. @returns how many there were since */
  async clicks(): Promise<() => Promise<number>> {
    await this.page.evaluate(() => {
      const { dataset } = document.body
      const isCounting = dataset.clicks !== undefined
      dataset.clicks = "0"
      if (isCounting) return
      const count = () => (dataset.clicks = String(Number(dataset.clicks) + 1))
      const isTyping = (target: EventTarget | null) =>
        target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement
      document.addEventListener("pointerdown", ({ isTrusted }) => isTrusted && count(), true)
      document.addEventListener(
        "keydown",
        ({ key, target }) => (key === "Enter" || key === " ") && !isTyping(target) && count(),
        true
      )
    })
    return () => this.page.evaluate(() => Number(document.body.dataset.clicks))
  }

  /** What stands above an order: how it stands at Walmart, and what is urgent. */
  strip(purchaseOrderId: string): Locator {
    const head = this.page.getByText(`Walmart order ${purchaseOrderId}`, { exact: true })
    return this.page.locator(".order-first").filter({ has: head })
  }

  /** A button by its words, on the page or in what stands before it. */
  button(name: string | RegExp, within: Page | Locator = this.page): Locator {
    return within.getByRole("button", { name, exact: typeof name === "string" })
  }

  /** Medusa's Fulfill screen: everything that is open, from where the shipping option ships. */
  async fulfill(orderId: string): Promise<void> {
    await this.open(`/orders/${orderId}/fulfillment?requires_shipping=true`)
    await this.page.getByText("Standard", { exact: true }).first().waitFor()
    // The screen shows the option's name before it has loaded the option, and refuses to save in between.
    await this.atRest()
    await this.button("Create Fulfillment").click()
    await this.page.waitForURL(new RegExp(`/orders/${orderId}$`))
  }

  /** Medusa's Ship screen, opened from the fulfillment on the order page. */
  async openShipScreen(): Promise<void> {
    await this.button("Mark as shipped").click()
    await this.button("Add tracking number").click()
  }

  /** Types a number into the Ship screen and saves. */
  async shipWith(trackingNumber: string): Promise<void> {
    await this.page.getByLabel("Tracking number").fill(trackingNumber)
    await this.button("Save").click()
  }

  /** Medusa's own Cancel, in the menu of the order, and the yes to its question. */
  async cancelNatively(): Promise<void> {
    const title = this.page.getByRole("heading", { level: 1, name: /^#\d+$/ })
    const head = this.page.locator("div.px-6").filter({ has: title }).last()
    await head.getByRole("button").last().click()
    await this.page.getByRole("menuitem", { name: "Cancel" }).click()
    await this.button("Continue", this.dialog).click()
  }
}
