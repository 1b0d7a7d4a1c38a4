export * from "./http"
export type { WalmartPluginOptions } from "../modules/walmart/config/options"
