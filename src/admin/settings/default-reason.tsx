import { Select } from "@medusajs/ui"
import type { AdminWalmartSettingsResponse } from "../../types/http"
import { Field } from "../common/field"
import { useWords } from "../words/use-words"
import { NO_REASON, reasonChoice, type ReasonChoice } from "./default-reason-choice"

interface DefaultReasonProps {
  response: AdminWalmartSettingsResponse
  choice: ReasonChoice
  onChange: (choice: ReasonChoice) => void
}

/** The reason for orders that are canceled without a choice: that of the config, none, or one of the market. */
export function DefaultReason({ response, choice, onChange }: DefaultReasonProps) {
  const { t, reason: nameOf } = useWords()
  const { reasons, options } = response
  const inConfig = options.default_reason
    ? nameOf(options.default_reason, reasons)
    : t("settings.noReason")
  return (
    <Field label={t("settings.defaultReason")} hint={t("settings.defaultReasonHint")}>
      {(input) => (
        <Select size="small" value={choice} onValueChange={onChange}>
          <Select.Trigger {...input}>
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={reasonChoice({})}>
              {t("settings.reasonOfConfig", { reason: inConfig })}
            </Select.Item>
            <Select.Item value={NO_REASON}>{t("settings.noDefault")}</Select.Item>
            {reasons
              .filter((reason) => !reason.only_when_customer_asked)
              .map(({ code }) => (
                <Select.Item key={code} value={code}>
                  {nameOf(code, reasons)}
                </Select.Item>
              ))}
          </Select.Content>
        </Select>
      )}
    </Field>
  )
}
