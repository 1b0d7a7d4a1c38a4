import { Alert, Button, FocusModal, Heading } from "@medusajs/ui"
import type { AdminWalmartOrder } from "../../../types/http"
import { useWords } from "../../words/use-words"
import { isAllShipped, isHeadingMissed, isToShip } from "./list-shipments"
import { useListText } from "./list-text"
import { ListProgress } from "./list-progress"
import { ListTable } from "./list-table"
import { PasteStep } from "./paste-step"
import { useShipList } from "./use-ship-list"

interface ShipListModalProps {
  /** Orders that were chosen in the table: each begins a row. */
  chosen: AdminWalmartOrder[]
  /** It was opened for chosen orders. */
  isOfChosen: boolean
  onClose: () => void
}

/** Ships many orders by a list of numbers: paste, look at what the check says, ship. */
export function ShipListModal({ chosen, isOfChosen, onClose }: ShipListModalProps) {
  const { t } = useWords()
  const orders = chosen.map(({ purchase_order_id: number }) => number)
  const { text, change } = useListText({ orders, isOfChosen })
  const list = useShipList()
  const { entries = [], faults = [] } = list.list ?? {}
  const count = entries.filter(isToShip).length
  const isDone = list.list !== null && count === 0
  const close = () => {
    if (isAllShipped(entries, faults)) change("")
    onClose()
  }
  return (
    <FocusModal open onOpenChange={(isOpen) => !isOpen && !list.isRunning && close()}>
      <FocusModal.Content aria-describedby={undefined}>
        <FocusModal.Header>
          <div className="flex items-center justify-end gap-x-2">
            <Buttons {...{ list, text, count, isDone, close }} />
          </div>
        </FocusModal.Header>
        <FocusModal.Body className="flex flex-col items-center overflow-y-auto px-4 py-8">
          <div className="flex w-full max-w-4xl flex-col gap-y-6">
            <FocusModal.Title asChild>
              <Heading>{t("shipList.title")}</Heading>
            </FocusModal.Title>
            {list.list === null ? (
              <PasteStep text={text} error={list.check.error} onChange={change} />
            ) : (
              <>
                <ListProgress entries={entries} faults={faults} isRunning={list.isRunning} />
                {isHeadingMissed(entries, list.list) && (
                  <Alert variant="info">{t("shipList.noHeading")}</Alert>
                )}
                <ListTable
                  entries={entries}
                  faults={faults}
                  isBusy={list.isRunning}
                  confirm={list.confirm}
                />
              </>
            )}
          </div>
        </FocusModal.Body>
      </FocusModal.Content>
    </FocusModal>
  )
}

interface ButtonsProps {
  list: ReturnType<typeof useShipList>
  text: string
  /** Shipments that would be shipped now. */
  count: number
  isDone: boolean
  close: () => void
}

function Buttons({ list, text, count, isDone, close }: ButtonsProps) {
  const { t } = useWords()
  if (list.list === null) {
    return (
      <Button
        size="small"
        disabled={text.trim() === ""}
        isLoading={list.check.isPending}
        onClick={() => list.check.mutate(text)}
      >
        {t("shipList.check")}
      </Button>
    )
  }
  if (list.isRunning) {
    return (
      <Button size="small" variant="secondary" onClick={list.stop}>
        {t("shipList.stop")}
      </Button>
    )
  }
  return (
    <>
      <Button size="small" variant="secondary" onClick={list.back}>
        {t("shipList.back")}
      </Button>
      {isDone ? (
        <Button size="small" onClick={close}>
          {t("actions.close")}
        </Button>
      ) : (
        <Button size="small" onClick={list.ship}>
          {t("shipList.ship", { count })}
        </Button>
      )}
    </>
  )
}
