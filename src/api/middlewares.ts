import { defineMiddlewares } from "@medusajs/framework/http"
import { adminWalmartRoutes } from "./route-permissions"
import { nativeRoutes } from "./native"
import { publicRoutes } from "./walmart/middlewares"

export default defineMiddlewares({
  routes: [...nativeRoutes, ...adminWalmartRoutes, ...publicRoutes],
})
