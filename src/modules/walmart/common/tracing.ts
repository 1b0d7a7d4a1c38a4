import { type Attributes, type Span, SpanStatusCode } from "@medusajs/framework/opentelemetry/api"
import { Tracer } from "@medusajs/framework/telemetry"

const tracer = new Tracer("medusa-plugin-walmart")

/**
 * Does something within a span of OpenTelemetry, below the one that is open. Where the store registers no exporter
 * (`registerOtel` in its `instrumentation.ts`) OpenTelemetry's own stand-in takes the span, which costs a function call.
 * What is thrown marks the span as failed, by its class alone: a message may hold the buyer's data.
 */
export async function traced<T>(
  name: string,
  attributes: Attributes,
  work: (span: Span) => Promise<T>
): Promise<T> {
  return tracer.trace(name, async (span: Span) => {
    span.setAttributes(attributes)
    try {
      return await work(span)
    } catch (error) {
      span.setAttribute("error.type", error instanceof Error ? error.name : "unknown")
      span.setStatus({ code: SpanStatusCode.ERROR })
      throw error
    } finally {
      span.end()
    }
  })
}
