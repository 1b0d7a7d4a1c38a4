import type { ComponentType } from "react"
import type { WalmartUpdateKind } from "../../../types/http"
import type { ContentProps, CorrectionProps } from "./kind-props"
import { PackageFields } from "./package-fields"
import { ReasonFields } from "./reason-fields"
import { Parcels, ReasonAndAmounts, ReasonAndUnits } from "./update-content"

/** How a kind of update is shown and corrected. */
interface ShownKind {
  /** Key of its words; `number` counts the order's updates of this kind. */
  title: string
  /** What it tells Walmart, in a few words; null when its title says it all. */
  Content: ComponentType<ContentProps> | null
  /** Fields of its correction; null when there is nothing to correct. */
  Fields: ComponentType<CorrectionProps> | null
}

/** The screens' twin of the registry in `src/walmart/updates/kinds.ts`: a kind that is missing here does not compile. */
export const UPDATE_KINDS: Record<WalmartUpdateKind, ShownKind> = {
  acknowledgment: { title: "updateKind.acknowledgment", Content: null, Fields: null },
  shipment: { title: "updateKind.shipment", Content: Parcels, Fields: PackageFields },
  cancellation: {
    title: "updateKind.cancellation",
    Content: ReasonAndUnits,
    Fields: ReasonFields,
  },
  tracking_correction: {
    title: "updateKind.tracking_correction",
    Content: Parcels,
    Fields: PackageFields,
  },
  refund: { title: "updateKind.refund", Content: ReasonAndAmounts, Fields: ReasonFields },
}
