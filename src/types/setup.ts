import type { WalmartPhrase, WalmartText } from "./common"

/** Something that the setup would make, in words. */
export interface AdminWalmartSetupStep extends WalmartText {
  /** By what it is agreed to. */
  key: string
}

/** Something that only a person can decide. */
export interface AdminWalmartSetupQuestion {
  key: "stock_location" | "ship_nodes"
  message: string
  /** The message for a translation. */
  words: WalmartPhrase[]
  /** Ship nodes it is about; none for the stock location of all. */
  ship_nodes: string[]
  choices: { id: string; name: string }[]
}

/** What a store lacks for an account's orders. */
export interface AdminWalmartSetupPlan {
  account_id: string
  steps: AdminWalmartSetupStep[]
  questions: AdminWalmartSetupQuestion[]
}

/** Answer of `GET /admin/walmart/setup`. */
export interface AdminWalmartSetupPlansResponse {
  plans: AdminWalmartSetupPlan[]
}

/** What is agreed to. */
export interface AdminWalmartSetupBody {
  account_id: string
  /** Keys of the steps to take. */
  steps: string[]
  stock_location_id?: string
  /** Walmart ship node id to stock location id. */
  ship_nodes?: Record<string, string>
}

/** Answer of `POST /admin/walmart/setup`. */
export interface AdminWalmartSetupResponse {
  /** The steps that were taken. */
  done: AdminWalmartSetupStep[]
  /** What Medusa refused, where the setup then stopped; null when nothing was. */
  problem: string | null
  /** What is lacking now. */
  plan: AdminWalmartSetupPlan
}
