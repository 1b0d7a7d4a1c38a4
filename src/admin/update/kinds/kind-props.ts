import type {
  AdminWalmartOrderDetail,
  AdminWalmartOrderLine,
  AdminWalmartOrderUpdate,
  AdminWalmartUpdate,
} from "../../../types/http"
import type { CorrectionForm, PackageFault } from "./correction"

/** What is known where an update's content is shown. */
export interface ContentProps {
  update: AdminWalmartUpdate
  /** Lines of the order, which have the items' names. */
  lines: AdminWalmartOrderLine[]
  /** Currency of the order. */
  currency: string
  /** Words of its reason; null when none is chosen. */
  reasonLabel: string | null
}

/** What the fields of a correction know and change. */
export interface CorrectionProps {
  order: AdminWalmartOrderDetail
  /** As it is now. */
  update: AdminWalmartOrderUpdate
  /** As it was when the form was filled with it. */
  opened: AdminWalmartOrderUpdate
  form: CorrectionForm
  /** Why it was refused, where that is about one field of a package. */
  fault: PackageFault | null
  onChange: (form: CorrectionForm) => void
}
