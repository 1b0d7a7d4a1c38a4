/** What becomes of a change that was saved, whether through a route or by a workflow that a store's own code runs. */
export type Afterwards =
  /** Walmart is sent what is missing there. */
  | "planned"
  /** When both sides disagree, the order needs attention and says so. */
  | "noticed"
  /** Nothing follows for Walmart, and nothing has to. */
  | "harmless"

/** One thing that Medusa lets staff, buyers or a program do, and what the plugin does about it for a Walmart order. */
export interface DoorRow {
  /** What is done, as staff would say it. */
  does: string
  /**
   * Medusa's routes for it: `POST /admin/orders/:id`, or only the path for all of its changing methods, or a path that ends with
   * a slash and two asterisks for everything below it, itself included.
   */
  routes?: string[]
  /** Exports of Medusa's core-flows, or a folder of it and `/*` for all of its workflows. */
  workflows?: string[]
  /** What a request for a Walmart order is refused for before anything is saved; holds for all routes of the row. */
  refused?: string
  /** The routes' events carry `no_notification`, so that the shop mails nothing to Walmart's buyer. */
  muted?: true
  /** Requests for one Walmart order run one after the other, which holds for every refused one too. */
  inTurn?: true
  afterwards: Afterwards
  /** How it is planned, by which words it is noticed, or why it is harmless. */
  because: string
}
