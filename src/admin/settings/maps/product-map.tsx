import { Input } from "@medusajs/ui"
import { useState } from "react"
import { Field } from "../../common/field"
import { useWords } from "../../words/use-words"
import type { SettingsProps } from "../settings-props"
import { SettingSection } from "../setting-section"
import { MapDrawer } from "./map-drawer"
import { MapRows } from "./map-summary"

/** Which product a Walmart SKU is, as staff chose it for orders that could not be imported; nothing while nobody chose. */
export function ProductMap({ accountId, response }: SettingsProps) {
  const { t } = useWords()
  const [isOpen, setOpen] = useState(false)
  const saved = response.edited.sku_map ?? {}
  const rows = Object.keys(saved).map((sku) => ({ id: sku, name: sku }))
  if (rows.length === 0 && !isOpen) return null
  return (
    <SettingSection
      title={t("settings.productMap")}
      hint={t("settings.productMapHint")}
      editLabel={t("settings.editProducts")}
      onEdit={() => setOpen(true)}
    >
      <MapRows rows={rows} map={saved} nothing="" />
      {isOpen && (
        <MapDrawer
          accountId={accountId}
          which="sku_map"
          title={t("settings.editProducts")}
          description={t("settings.productMapEdit")}
          rows={rows}
          saved={saved}
          isEdited={false}
          onClose={() => setOpen(false)}
        >
          {({ row, value, set }) => (
            <Field label={t("settings.walmartSku", { sku: row.name })}>
              {(input) => (
                <Input
                  {...input}
                  size="small"
                  autoComplete="off"
                  value={value}
                  onChange={({ target }) => set(target.value)}
                />
              )}
            </Field>
          )}
        </MapDrawer>
      )}
    </SettingSection>
  )
}
