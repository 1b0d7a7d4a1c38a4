import { Checkbox, Label, Table, Text } from "@medusajs/ui"
import { memo, useId } from "react"
import { StateBadge } from "../../common/state-badge"
import type { Look } from "../../data/looks"
import { useWords } from "../../words/use-words"
import { sumOfUnits } from "../../../walmart/common/units"
import { countsOthers, type ListEntry, type ListState } from "./list-shipments"
import type { ParsedList } from "./parse-list"

const LOOKS: Record<ListState, Look> = {
  ready: { color: "blue", label: "shipList.state.ready" },
  asks: { color: "orange", label: "shipList.state.asks" },
  refused: { color: "red", label: "shipList.state.refused" },
  failed: { color: "red", label: "shipList.state.failed" },
  known: { color: "grey", label: "shipList.state.known" },
  shipping: { color: "blue", label: "shipList.state.shipping" },
  shipped: { color: "green", label: "shipList.state.shipped" },
}

interface ListTableProps {
  entries: ListEntry[]
  /** Rows that could not be read. */
  faults: ParsedList["faults"]
  isBusy: boolean
  confirm: (index: number, isConfirmed: boolean) => void
}

/** Every row of the list with what became of it, or would. */
export function ListTable({ entries, faults, isBusy, confirm }: ListTableProps) {
  const { t } = useWords()
  return (
    <div className="overflow-x-auto rounded-lg border">
      <Table>
        <Table.Header>
          <Table.Row>
            <Table.HeaderCell>{t("shipList.row")}</Table.HeaderCell>
            <Table.HeaderCell>{t("table.numbers")}</Table.HeaderCell>
            <Table.HeaderCell>{t("shipList.parcel")}</Table.HeaderCell>
            <Table.HeaderCell>{t("table.status")}</Table.HeaderCell>
          </Table.Row>
        </Table.Header>
        <Table.Body>
          {faults.map(({ line, text, fault }) => (
            <Table.Row key={`fault-${line}`}>
              <Table.Cell>{line}</Table.Cell>
              <Table.Cell className="max-w-48 truncate font-mono">{text}</Table.Cell>
              <Table.Cell>–</Table.Cell>
              <Table.Cell className="text-ui-fg-error whitespace-normal py-2">
                {t(`shipList.fault.${fault}`)}
              </Table.Cell>
            </Table.Row>
          ))}
          {entries.map((entry, index) => (
            <Entry key={entry.lines.join()} {...{ entry, index, isBusy, confirm }} />
          ))}
        </Table.Body>
      </Table>
    </div>
  )
}

interface EntryProps {
  entry: ListEntry
  index: number
  isBusy: boolean
  confirm: (index: number, isConfirmed: boolean) => void
}

const Entry = memo(function Entry({ entry, index, isBusy, confirm }: EntryProps) {
  const { said } = useWords()
  const { check, wanted, lines, state, why } = entry
  const items = check.items.map(({ quantity, sku }) => `${quantity} × ${sku}`).join(", ")
  const carriers = [...new Set(check.checks.flatMap(({ carrier }) => carrier ?? []))].join(", ")
  return (
    <Table.Row>
      <Table.Cell>{lines.join(", ")}</Table.Cell>
      <Table.Cell>
        <span>{check.order?.purchase_order_id ?? wanted.order}</span>
        <Text size="xsmall" className="text-ui-fg-subtle w-48 truncate" title={items}>
          {items}
        </Text>
      </Table.Cell>
      <Table.Cell>
        <span>{wanted.labels.map(({ tracking_number: number }) => number).join(", ")}</span>
        <Text size="xsmall" className="text-ui-fg-subtle">
          {carriers || wanted.carrier}
        </Text>
      </Table.Cell>
      <Table.Cell className="w-80 whitespace-normal py-2">
        <StateBadge look={LOOKS[state]} />
        {why.map(({ text, words }) => (
          <Text key={text} size="xsmall" className="text-ui-fg-subtle">
            {said(text, words)}
          </Text>
        ))}
        {state === "asks" && <Asked {...{ entry, index, isBusy, confirm }} />}
      </Table.Cell>
    </Table.Row>
  )
})

function Asked({ entry, index, isBusy, confirm }: EntryProps) {
  const { t } = useWords()
  const id = useId()
  const asked = entry.check.items.filter((item) =>
    entry.check.asked_lines.includes(item.line_number)
  )
  return (
    <div className="flex flex-col gap-y-1">
      {countsOthers(entry, entry.check) && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("shipList.otherUnits", {
            ...{ count: sumOfUnits(entry.check.items), listed: entry.units },
          })}
        </Text>
      )}
      {entry.repeated.length > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("shipList.repeated", {
            ...{ count: entry.repeated.length, rows: entry.repeated.join(", ") },
            units: sumOfUnits(entry.check.items),
          })}
        </Text>
      )}
      {asked.length > 0 && (
        <Text size="xsmall" className="text-ui-fg-subtle">
          {t("ship.asked", {
            items: asked
              .map(({ quantity, product_name: name }) => `${quantity} × ${name}`)
              .join(", "),
          })}
        </Text>
      )}
      <div className="flex items-start gap-x-2">
        <Checkbox
          id={id}
          checked={entry.isConfirmed}
          disabled={isBusy}
          onCheckedChange={(checked) => confirm(index, checked === true)}
        />
        <Label htmlFor={id} size="xsmall">
          {t("ship.anyway")}
        </Label>
      </div>
    </div>
  )
}
