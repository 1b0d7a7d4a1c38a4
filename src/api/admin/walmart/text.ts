import { z } from "@medusajs/framework/zod"

/** Words of a query or a body: never empty, without blanks around them. */
export const text = z.string().trim().min(1)
