import { Label, Select, Text } from "@medusajs/ui"
import { useId } from "react"
import type { AdminWalmartSetupQuestion } from "../../../types/http"
import { useWords } from "../../words/use-words"
import type { Answered } from "./setup-choice"

interface SetupAnswersProps {
  questions: AdminWalmartSetupQuestion[]
  answered: Answered
  change: (answered: Answered) => void
}

/** What only a person can decide: from which stock location an account, or each of Walmart's ship nodes, ships. */
export function SetupAnswers({ questions, answered, change }: SetupAnswersProps) {
  const { t, said } = useWords()
  return (
    <>
      {questions.map(({ key, message, words, ship_nodes: nodes, choices }) => (
        <div key={key} className="flex flex-col gap-y-2">
          <Text size="small">{said(message, words)}</Text>
          {key === "stock_location" ? (
            <LocationSelect
              label={t("setup.location")}
              choices={choices}
              value={answered.stock_location_id}
              change={(stock_location_id) => change({ ...answered, stock_location_id })}
            />
          ) : (
            nodes.map((node) => (
              <LocationSelect
                key={node}
                label={t("setup.node", { node })}
                choices={choices}
                value={answered.ship_nodes?.[node]}
                change={(id) =>
                  change({ ...answered, ship_nodes: { ...answered.ship_nodes, [node]: id } })
                }
              />
            ))
          )}
        </div>
      ))}
    </>
  )
}

interface LocationSelectProps {
  label: string
  choices: AdminWalmartSetupQuestion["choices"]
  value: string | undefined
  change: (id: string) => void
}

function LocationSelect({ label, choices, value, change }: LocationSelectProps) {
  const { t } = useWords()
  const id = useId()
  return (
    <div className="grid grid-cols-1 items-center gap-2 md:grid-cols-[16rem_1fr]">
      <Label htmlFor={id} size="small">
        {label}
      </Label>
      <Select size="small" value={value ?? ""} onValueChange={change}>
        <Select.Trigger id={id}>
          <Select.Value placeholder={t("setup.choose")} />
        </Select.Trigger>
        <Select.Content>
          {choices.map((choice) => (
            <Select.Item key={choice.id} value={choice.id}>
              {choice.name}
            </Select.Item>
          ))}
        </Select.Content>
      </Select>
    </div>
  )
}
