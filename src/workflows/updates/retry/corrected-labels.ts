import type { FulfillmentLabelDTO } from "@medusajs/framework/types"
import { sameTracking } from "../../../walmart/updates/shipment/packages"
import type { LabelChange } from "./retry-update"

/** A label as Medusa keeps it. */
export type KeptLabel = Pick<
  FulfillmentLabelDTO,
  "id" | "tracking_number" | "tracking_url" | "label_url"
>

/** A label as it shall be; one without an id is new. */
export type WantedLabel = Omit<KeptLabel, "id"> & Partial<Pick<KeptLabel, "id">>

type NumberChange = Pick<LabelChange, "from" | "to">

/**
 * Labels of one fulfillment with all corrections at once: each follows the correction of the number that it has now, as one parcel may
 * get the number that another one had. Labels of one number follow its corrections in turn, and the last of them when there are fewer.
 * A shipment that was saved without any label gets its first ones. Pure.
 */
export function correctedLabels(labels: KeptLabel[], changes: NumberChange[]): WantedLabel[] {
  if (labels.length === 0) return changes.filter(({ from }) => from === "").map(firstLabel)
  return labels.map((label, place) => {
    const { id, tracking_number: number, tracking_url, label_url } = label
    const mine = changes.filter(({ from }) => sameTracking(number, from))
    const earlier = labels
      .slice(0, place)
      .filter((one) => sameTracking(one.tracking_number, number))
    const change = mine[earlier.length] ?? mine.at(-1)
    return change
      ? { id, tracking_number: change.to, tracking_url: NO_LINK, label_url }
      : { id, tracking_number: number, tracking_url, label_url }
  })
}

/** As Medusa's own screen leaves a link empty. The one of the number before would lead to another parcel. */
const NO_LINK = "#"

function firstLabel({ to }: NumberChange): WantedLabel {
  return { tracking_number: to, tracking_url: NO_LINK, label_url: NO_LINK }
}
