import { Select } from "@medusajs/ui"
import type { AdminWalmartSettingsResponse } from "../../types/http"
import { useWords } from "../words/use-words"
import { NO_REASON, reasonChoice, type ReasonChoice, reasonOf } from "./default-reason-choice"
import { Field } from "../common/field"

interface DefaultReasonProps {
  response: AdminWalmartSettingsResponse
  isBusy: boolean
  /** Null follows the plugin's options, an empty text is none. */
  onChange: (reason: string | null) => void
}

/** The reason for orders that are canceled without a choice: the options' own, none, or one of the market. */
export function DefaultReason({ response, isBusy, onChange }: DefaultReasonProps) {
  const { t, reason: nameOf } = useWords()
  const { reasons, options, edited } = response
  const inOptions = options.default_reason
    ? nameOf(options.default_reason, reasons)
    : t("settings.noReason")
  return (
    <Field label={t("settings.defaultReason")} hint={t("settings.defaultReasonHint")}>
      {(input) => (
        <Select
          size="small"
          value={reasonChoice(edited)}
          disabled={isBusy}
          onValueChange={(choice: ReasonChoice) => onChange(reasonOf(choice))}
        >
          <Select.Trigger {...input} className="max-w-96">
            <Select.Value />
          </Select.Trigger>
          <Select.Content>
            <Select.Item value={reasonChoice({})}>
              {t("settings.reasonOfOptions", { reason: inOptions })}
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
