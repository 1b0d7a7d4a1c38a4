import { z } from "@medusajs/framework/zod"

/** A text that says something. */
export const text = z.string().min(1)

/** Units of one Walmart line, as every payload holds them. */
export const lineUnits = z.looseObject({
  lineNumber: text,
  /** Whole units, at least 1. */
  quantity: z.number().int().min(1),
})

/**
 * Only what a schema names. Payloads are parsed loosely, so that what a later version adds is kept; nothing may be read from them
 * but what is named.
 */
export type Named<T> = T extends (infer Entry)[]
  ? Named<Entry>[]
  : T extends object
    ? { [Key in keyof T as string extends Key ? never : Key]: Named<T[Key]> }
    : T

/** Units of one Walmart line. */
export type LineUnits = Named<z.infer<typeof lineUnits>>
