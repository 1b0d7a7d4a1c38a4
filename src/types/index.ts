export * from "./http"
export * from "./notification"
export type { WalmartPluginOptions } from "../modules/walmart/config/options"
