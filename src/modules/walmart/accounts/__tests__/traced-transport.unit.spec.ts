import { context, trace } from "@medusajs/framework/opentelemetry/api"
import {
  InMemorySpanExporter,
  NodeTracerProvider,
  SimpleSpanProcessor,
} from "@medusajs/framework/opentelemetry/sdk-trace-node"
import type { Transport, TransportAnswer } from "../../../../walmart/api/http"
import { traced } from "../../common/tracing"
import { tracedTransport } from "../traced-transport"

const HEADERS = { "WM_QOS.CORRELATION_ID": "corr-1", Authorization: "Basic secret" }
const SHIP = {
  ...{ method: "POST" as const, path: "/v3/orders/1799999999001/shipping?x=1" },
  ...{ headers: HEADERS, body: '{"name":"A Buyer"}' },
}

const answering = (status: number): Transport => ({
  send: async (): Promise<TransportAnswer> => ({ status, headers: {}, text: "A Buyer" }),
})

describe("calls to Walmart in OpenTelemetry", () => {
  const exporter = new InMemorySpanExporter()
  const provider = new NodeTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] })

  beforeAll(() => provider.register())
  beforeEach(() => exporter.reset())
  afterAll(async () => {
    await provider.shutdown()
    trace.disable()
    context.disable()
  })

  it("are spans below the work that makes them, named by their kind", async () => {
    await traced("walmart send run", { "walmart.account": "main" }, () =>
      tracedTransport(answering(200), "main").send(SHIP)
    )
    const [call, run] = exporter.getFinishedSpans()
    expect(call.name).toBe("walmart POST /v3/orders/:id/shipping")
    expect(call.parentSpanContext?.spanId).toBe(run.spanContext().spanId)
    expect(call.attributes).toEqual({
      "http.request.method": "POST",
      "http.response.status_code": 200,
      "url.path": "/v3/orders/1799999999001/shipping",
      "walmart.account": "main",
      "walmart.correlation_id": "corr-1",
    })
  })

  it("are failed when Walmart refuses or nothing answers, without a word of what was said", async () => {
    const silent: Transport = { send: () => Promise.reject(new TypeError("A Buyer")) }
    await tracedTransport(answering(429), "main").send(SHIP)
    await expect(tracedTransport(silent, "main").send(SHIP)).rejects.toThrow(TypeError)
    const spans = exporter.getFinishedSpans()
    expect(spans.map(({ status }) => status)).toEqual([{ code: 2 }, { code: 2 }])
    const told = JSON.stringify(spans.map(({ attributes, events }) => ({ attributes, events })))
    expect(told).not.toMatch(/A Buyer|secret/)
  })
})
