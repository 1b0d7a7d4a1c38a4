import { Button } from "@medusajs/ui"
import { type ReactNode, useState } from "react"
import { FormDrawer } from "../../common/drawers/form-drawer"
import { useWords } from "../../words/use-words"
import { useSaveSettings } from "../use-account-actions"
import { isSameMap } from "../../data/same-map"
import { changesOf, type MapRow, rowsOf, withEntry } from "./map-rows"

interface MapDrawerProps {
  accountId: string
  /** Which map it is, as the server names it. */
  which: "carrier_map" | "ship_method_map" | "sku_map" | "refund_reason_map"
  title: string
  description: string
  rows: MapRow[]
  saved: Record<string, string>
  /** Staff changed it, so it no longer follows what is set in the config. */
  isEdited: boolean
  /** What is wrong with a value before anyone is asked; undefined when nothing is. */
  faultOf?: (value: string) => string | undefined
  onClose: () => void
  children: (field: MapField) => ReactNode
}

/** One entry as it is edited. */
export interface MapField {
  row: MapRow
  value: string
  error: string | undefined
  set: (value: string) => void
}

/**
 * A map, of which only the entries are sent that were changed: what a colleague saves meanwhile stays. What was typed stays until it is
 * saved, and is asked about before it is lost.
 */
export function MapDrawer(props: MapDrawerProps) {
  const { t } = useWords()
  const { which, faultOf } = props
  // As it was opened: what a colleague saves meanwhile was neither added nor taken away here.
  const [saved] = useState(props.saved)
  const [map, setMap] = useState(saved)
  const save = useSaveSettings(props.accountId, { after: props.onClose })
  const isDirty = !isSameMap(map, saved)
  const errorOf = (value: string) => (value ? faultOf?.(value) : undefined)
  return (
    <FormDrawer
      title={props.title}
      description={props.description}
      submitLabel={t("actions.save")}
      isBusy={save.isPending}
      isDirty={isDirty}
      canSubmit={isDirty && Object.values(map).every((value) => !errorOf(value))}
      error={save.error}
      buttons={
        props.isEdited && (
          <Button
            type="button"
            size="small"
            variant="secondary"
            disabled={save.isPending}
            onClick={() => save.mutate({ [which]: null })}
          >
            {t("settings.reset")}
          </Button>
        )
      }
      onSubmit={() => save.mutate({ changes: { [which]: changesOf(saved, map) } })}
      onClose={props.onClose}
    >
      {rowsOf(props.rows, saved).map((row) => {
        const value = map[row.id] ?? ""
        const set = (next: string) => setMap(withEntry(map, row.id, next))
        return <div key={row.id}>{props.children({ row, value, error: errorOf(value), set })}</div>
      })}
    </FormDrawer>
  )
}
