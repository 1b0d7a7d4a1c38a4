import { SpanStatusCode } from "@medusajs/framework/opentelemetry/api"
import type { Transport } from "../../../walmart/api/http"
import { traced } from "../common/tracing"

/** The header that Walmart's support asks for. */
const CORRELATION = "WM_QOS.CORRELATION_ID"

/** Wraps each request in a span: where it went, how it ended, and its correlation id; nothing of its body or its other headers. */
export function tracedTransport(transport: Transport, accountId: string): Transport {
  return {
    send: (request) => {
      const { method, path, headers } = request
      const attributes = {
        "http.request.method": method,
        "url.path": path.split("?")[0],
        "walmart.account": accountId,
        "walmart.correlation_id": headers[CORRELATION],
      }
      return traced(`walmart ${method} ${templateOf(path)}`, attributes, async (span) => {
        const answer = await transport.send(request)
        span.setAttribute("http.response.status_code", answer.status)
        if (answer.status >= 400) span.setStatus({ code: SpanStatusCode.ERROR })
        return answer
      })
    },
  }
}

/** The path with what differs from order to order taken out, so that calls of one kind have one name. */
function templateOf(path: string): string {
  const [plain = ""] = path.split("?")
  return plain.replace(/\/[^/]*\d{4}[^/]*/g, "/:id")
}
