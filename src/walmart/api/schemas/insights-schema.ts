import { z } from "@medusajs/framework/zod"
import { optionalInstant, optionalText } from "./fields"
import { parseWith } from "./schemas"

/** A figure of the seller's performance as Walmart measures it. */
export interface MeasuredRate {
  /** Percent. */
  rate: number
  /** Percent that Walmart expects, in its own words such as `>= 95`; null when it does not say. */
  standard: string | null
  /** Walmart's word for how much is at stake; null when it does not say. */
  riskLevel: string | null
  /** Epoch milliseconds of Walmart's last count; null when it does not say. */
  updatedAt: number | null
}

const percent = z.union([z.number(), z.string().trim().min(1)]).pipe(z.coerce.number())

const summary = z
  .object({
    payload: z
      .object({
        overallRate: percent.nullish(),
        cumulativeRate: percent.nullish(),
        standard: z.preprocess(
          (raw) => (typeof raw === "number" ? String(raw) : raw),
          optionalText
        ),
        riskLevel: optionalText,
        updatedTimestamp: optionalInstant,
      })
      .nullish(),
  })
  .transform(({ payload }): MeasuredRate | null => {
    const rate = payload?.overallRate ?? payload?.cumulativeRate ?? null
    if (!payload || rate === null) return null
    const { standard, riskLevel, updatedTimestamp } = payload
    return { rate, standard, riskLevel, updatedAt: updatedTimestamp }
  })

/** Reads a metric's summary, whose rate has one of two names; null when it has no rate. @throws UnreadableError */
export function parseMeasuredRate(json: unknown): MeasuredRate | null {
  return parseWith(summary, json, "performance summary")
}
