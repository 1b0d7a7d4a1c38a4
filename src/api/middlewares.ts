import { defineMiddlewares } from "@medusajs/framework/http"
import { adminWalmartRoutes } from "./walmart-routes"
import { nativeRoutes } from "./native"

export default defineMiddlewares({ routes: [...nativeRoutes, ...adminWalmartRoutes] })
