import { gatherFeeds } from "../../../src/modules/walmart/queue/feeds/gather-sql"
import { StockDesk } from "../../../src/modules/walmart/queue/stock/stock-desk"
import { unsettledFigures } from "../harness/stock/shelf-oracle"
import { NODE, putOnShelf } from "../harness/stock/shelf"
import { ACCOUNT, type Stage } from "../harness/stage"
import type { Random } from "./random"

/** How long Walmart works at a feed. */
const FEED_MS = 700

/** Figures that wait at the node from which on a feed takes them, and the most that it takes. */
const FEED = { from: 3, most: 8 }

/** A store's stock, of which units come and go all the time, and what Walmart shall show of it. */
export class ShelfWishes {
  /** Figures that Walmart was asked to show. */
  asked = 0
  /** Feeds that were begun. */
  feeds = 0
  private readonly desk: StockDesk
  private skus: string[] = []

  constructor(
    private readonly stage: Stage,
    private readonly random: Random
  ) {
    this.desk = new StockDesk(stage.db)
  }

  /** Lists the SKUs at Walmart and puts some of each on the shelf. */
  async prepare(count: number): Promise<void> {
    const { control } = this.stage.simulator
    this.skus = Array.from({ length: count }, (_, place) => `SHELF-${place + 1}`)
    control.run("POST", "options", { feedMs: FEED_MS })
    for (const sku of this.skus) {
      control.run("POST", "inventory", { sku, amount: 0, shipNode: NODE })
      await this.change(sku)
    }
  }

  /** Changes the count of one SKU; now and then it is to be recounted first, and now and then such a hold ends. */
  async ask(): Promise<void> {
    const sku = this.random.pick(this.skus)
    if (this.random.chance(0.04)) {
      await this.desk.want([{ ...targetOf(sku), hold: "recount" }])
    } else if (this.random.chance(0.04)) {
      const held = await this.desk.waitingForRecount()
      if (held.length > 0) await this.desk.push(this.random.pick(held).id)
    } else {
      await this.change(sku)
    }
  }

  /**
   * Gathers what waits into a feed, as each round of a store does, and lets feeds be tried and looked at without their minutes of
   * waiting; not before the settle time where a call is in doubt.
   */
  async hurry(): Promise<void> {
    this.feeds += await gatherFeeds(this.stage.db, { accountId: ACCOUNT, ...FEED })
    await this.stage.db.raw(
      `UPDATE walmart_queue SET next_due_at = least(next_due_at,
         CASE WHEN in_doubt THEN now() + :settle::float * interval '1 millisecond' ELSE now() END)
       WHERE subject = 'feed' AND NOT leased`,
      { settle: this.stage.options.settleMs }
    )
  }

  /** How many figures and feeds are not settled. */
  unsettled(): Promise<number> {
    return unsettledFigures(this.stage.db)
  }

  private async change(sku: string): Promise<void> {
    await putOnShelf(this.stage.db, sku, this.random.between(0, 40))
    await this.desk.want([targetOf(sku)])
    this.asked++
  }
}

function targetOf(sku: string) {
  return { accountId: ACCOUNT, sku, shipNodeId: NODE }
}
