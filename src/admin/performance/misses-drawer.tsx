import { Button, Drawer, Table } from "@medusajs/ui"
import { Link } from "react-router-dom"
import type { AdminWalmartMiss } from "../../types/http"
import { DrawerHead } from "../common/drawers/drawer-head"
import { SideDrawer } from "../common/drawers/side-drawer"
import { LINK } from "../common/link-class"
import { LoadError } from "../common/load-error"
import { Loading } from "../common/loading"
import { useWords } from "../words/use-words"
import { type Missed, useMisses } from "./use-performance"

interface MissesDrawerProps {
  missed: Missed
  onClose: () => void
}

/** The orders behind what was missed, the newest first, each with its deadline and when it was done. */
export function MissesDrawer({ missed, onClose }: MissesDrawerProps) {
  const { t } = useWords()
  const { data, error, refetch, hasNextPage, ...next } = useMisses(missed)
  const { isFetchingNextPage, isFetchNextPageError, fetchNextPage } = next
  const orders = data?.pages.flatMap((page) => page.orders) ?? []
  const count = data?.pages[0]?.count ?? 0
  return (
    <SideDrawer onClose={onClose}>
      <DrawerHead
        title={t("performance.missesTitle", {
          measure: t(`performance.measures.${missed.measure}`),
        })}
        description={t("performance.missesDescription", { count, days: missed.days })}
      />
      <Drawer.Body className="overflow-auto p-0">
        {!data && error && <LoadError error={error} retry={() => void refetch()} />}
        {!data && !error && <Loading />}
        {data && <Misses orders={orders} />}
        {isFetchNextPageError && !isFetchingNextPage && (
          <LoadError error={error} retry={() => void fetchNextPage()} />
        )}
        {hasNextPage && !isFetchNextPageError && (
          <div className="px-6 py-4">
            <Button
              size="small"
              variant="secondary"
              isLoading={isFetchingNextPage}
              onClick={() => void fetchNextPage()}
            >
              {t("performance.more")}
            </Button>
          </div>
        )}
      </Drawer.Body>
    </SideDrawer>
  )
}

function Misses({ orders }: { orders: AdminWalmartMiss[] }) {
  const { t, at } = useWords()
  return (
    <Table>
      <Table.Header>
        <Table.Row>
          <Table.HeaderCell>{t("performance.order")}</Table.HeaderCell>
          <Table.HeaderCell>{t("performance.due")}</Table.HeaderCell>
          <Table.HeaderCell>{t("performance.done")}</Table.HeaderCell>
        </Table.Row>
      </Table.Header>
      <Table.Body>
        {orders.map((order) => (
          <Table.Row key={order.id}>
            <Table.Cell className="py-2">
              <OrderNumber order={order} />
            </Table.Cell>
            <Table.Cell>{order.due_at ? at(order.due_at) : "–"}</Table.Cell>
            <Table.Cell>{order.done_at ? at(order.done_at) : t("performance.notDone")}</Table.Cell>
          </Table.Row>
        ))}
      </Table.Body>
    </Table>
  )
}

function OrderNumber({ order }: { order: AdminWalmartMiss }) {
  const { t, day } = useWords()
  return (
    <div className="flex flex-col">
      {order.order_id ? (
        <Link to={`/orders/${order.order_id}`} className={LINK}>
          {order.purchase_order_id}
        </Link>
      ) : (
        order.purchase_order_id
      )}
      <span className="txt-compact-xsmall text-ui-fg-subtle">
        {t("performance.ordered", { at: day(order.ordered_at) })}
      </span>
    </div>
  )
}
