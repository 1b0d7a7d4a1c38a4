import { z } from "@medusajs/framework/zod"
import { patternFault } from "../../../walmart/carriers/added-numbers"

/** A text that says something; blanks around it come from files and copies, and mean nothing. */
export const text = () =>
  z
    .string({
      error: ({ input }) =>
        input === undefined
          ? "is not set, does its variable exist in the environment?"
          : "must be a text",
    })
    .trim()
    .min(1, "must not be empty, leave it out instead")

/** A name in a map. It is compared with what Walmart or Medusa says, where a blank around it would never fit. */
export const name = () => z.string().trim().min(1, "must not be empty, leave it out instead")

/** A reason that Walmart accepts by now. */
const cancellationReason = z.strictObject({
  code: text(),
  label: text(),
  effect: text(),
  onlyWhenCustomerAsked: z.boolean(),
  zeroesStock: z.boolean(),
  countsAgainstSeller: z.boolean(),
})

const numberPattern = text().superRefine((pattern, context) => {
  const message = patternFault(pattern)
  if (message) context.addIssue({ code: "custom", message })
})

const site = text().regex(
  /^[a-z0-9-]+(\.[a-z0-9-]+)+$/,
  "must be the name of a site in small letters, such as gofast.example"
)

/** Changes to a market's built-in data. A reason with a known code replaces it; carriers are added. */
export const marketOverrides = z.strictObject({
  carriers: z.array(text()).optional(),
  /** Walmart carrier name to patterns of its numbers, so that these identify the carrier. */
  carrierNumbers: z.record(name(), z.array(numberPattern)).optional(),
  /** Walmart carrier name to sites of its tracking links, so that a link identifies the carrier. */
  carrierSites: z.record(name(), z.array(site)).optional(),
  /** Codes of ship methods that Walmart gives orders by now. */
  shipMethods: z.array(text()).optional(),
  cancellationReasons: z.array(cancellationReason).optional(),
  acknowledgeWithinHours: z.number().positive().max(8_760).optional(),
  autoCancelAfterDays: z.number().positive().max(3_650).nullish(),
  trackingCorrectionHours: z.number().positive().max(8_760).nullish(),
  currentTrackingNames: z.enum(["old", "new"]).optional(),
  maxLinesPerWrite: z.number().int().min(1).optional(),
})
