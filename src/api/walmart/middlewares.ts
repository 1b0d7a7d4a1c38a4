import type {
  MedusaNextFunction,
  MedusaRequest,
  MedusaResponse,
  MiddlewareRoute,
} from "@medusajs/framework/http"
import { decoded } from "../../walmart/common/decoded"

/** What the public routes need: the body as its bytes, which they read with a limit of their own. */
const bytes: MiddlewareRoute[] = [
  "/walmart/webhooks/:account",
  "/walmart/webhooks/:account/token",
].map((matcher) => ({ matcher, methods: ["POST"], bodyParser: false }))

/** No account is named by what is no percent-encoded text; the router would answer 500, and log a fault for whoever likes to. */
function refuseUndecodable(
  { originalUrl }: MedusaRequest,
  res: MedusaResponse,
  next: MedusaNextFunction
): void {
  if (decoded(originalUrl.split("?", 1)[0]) === null) return void res.sendStatus(404)
  next()
}

/** The matcher has no parameter, so that the router decodes nothing before it. */
export const publicRoutes: MiddlewareRoute[] = [
  ...bytes,
  { matcher: "/walmart/webhooks", middlewares: [refuseUndecodable] },
]
