import type { Fault } from "../../../simulator"

/** Walmart refuses what was asked for. A 400 that names nothing of the request would be an outage, which is tried again by itself. */
export const REFUSAL: Fault = {
  kind: "status",
  status: 400,
  body: {
    errors: {
      error: [
        {
          code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
          field: "data",
          description: "Request content is invalid.",
        },
      ],
    },
  },
}
