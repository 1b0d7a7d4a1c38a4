export * from "./http"
export * from "./notification"
export * from "./events"
export type { WalmartPluginOptions } from "../modules/walmart/config/options"
