import type { MiddlewareRoute } from "@medusajs/framework/http"

/** What the public routes need: the body as its bytes, which they read with a limit of their own. */
export const publicRoutes: MiddlewareRoute[] = [
  "/walmart/webhooks/:account",
  "/walmart/webhooks/:account/token",
].map((matcher) => ({ matcher, methods: ["POST"], bodyParser: false }))
