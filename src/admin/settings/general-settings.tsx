import { useState } from "react"
import { useWords } from "../words/use-words"
import { GeneralDrawer } from "./general-drawer"
import type { SettingsProps } from "./settings-props"
import { SettingRow, SettingSection } from "./setting-section"

/** Dry run and the default reason for cancellations. */
export function GeneralSettings({ accountId, response }: SettingsProps) {
  const { t, reason: nameOf } = useWords()
  const [isOpen, setOpen] = useState(false)
  const { settings, reasons } = response
  return (
    <SettingSection
      title={t("settings.general")}
      editLabel={t("settings.editGeneral")}
      onEdit={() => setOpen(true)}
    >
      <SettingRow label={t("settings.dryRun")}>
        {t(settings.dry_run ? "settings.dryRunOn" : "settings.dryRunOff")}
      </SettingRow>
      <SettingRow label={t("settings.defaultReason")}>
        {settings.default_reason
          ? nameOf(settings.default_reason, reasons)
          : t("settings.noDefault")}
      </SettingRow>
      {isOpen && (
        <GeneralDrawer accountId={accountId} response={response} onClose={() => setOpen(false)} />
      )}
    </SettingSection>
  )
}
