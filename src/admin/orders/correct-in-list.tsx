import { useWalmartOrder } from "../order/use-walmart-order"
import { ChooseProductDrawer } from "../order/import/choose-product-drawer"
import { CorrectDrawer } from "../update/actions/correct-drawer"
import { UPDATE_KINDS } from "../update/kinds/kinds"
import { numbered } from "../update/numbered"
import { useWords } from "../words/use-words"
import { OrderDrawer } from "./order-drawer"

interface CorrectInListProps {
  /** Of the Walmart order. */
  id: string
  onClose: () => void
}

/** The correction of what waits for a person in an order, or the product of an unknown item, without leaving the list; else the order itself. */
export function CorrectInList({ id, onClose }: CorrectInListProps) {
  const { t } = useWords()
  const { data: order, error } = useWalmartOrder(id)
  if (!order && !error) return null
  const found = numbered(order?.updates ?? []).find(
    ({ update }) => update.attention !== null && update.can_correct
  )
  const [item] = order?.unimported?.unknown_items ?? []
  if (order && item) return <ChooseProductDrawer order={order} item={item} onClose={onClose} />
  if (!order || !found) return <OrderDrawer id={id} onClose={onClose} />
  const { update, number } = found
  const title = t(UPDATE_KINDS[update.kind].title, { number })
  return <CorrectDrawer order={order} update={update} title={title} onClose={onClose} />
}
