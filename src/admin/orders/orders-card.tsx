import { clx, Container } from "@medusajs/ui"
import { useExistingPage } from "../data/use-existing-page"
import { useCounts, useOrders } from "./use-orders"
import type { useTableAddress } from "./table/use-table-address"
import { LoadError } from "../common/load-error"
import { StaleNotice } from "../common/stale-notice"
import { CorrectInList } from "./correct-in-list"
import { Shipping } from "./ship/shipping"
import { OrdersTable } from "./table/orders-table"

/** The page of orders at this address. Until it has come, the one before stands there, dimmed; a failure takes nothing away. */
export function OrdersCard({ address }: { address: ReturnType<typeof useTableAddress> }) {
  const query = useOrders(address.query)
  const { data, error, isLoading, isPlaceholderData, refetch } = query
  useExistingPage(address, isPlaceholderData ? undefined : data?.count)
  const { data: counts } = useCounts()
  const orders = data?.orders ?? []
  return (
    <>
      <StaleNotice query={query} />
      <Container
        aria-busy={isPlaceholderData}
        className={clx("overflow-hidden p-0 transition-opacity", {
          "opacity-60": isPlaceholderData,
        })}
      >
        {error && !data ? (
          <LoadError error={error} retry={() => void refetch()} />
        ) : (
          <OrdersTable
            orders={orders}
            count={data?.count ?? 0}
            isLoading={isLoading}
            tasks={counts?.tasks}
            address={address}
          />
        )}
      </Container>
      <Shipping
        orders={orders}
        id={address.drawers.ship}
        isCovered={address.isCovered}
        open={(id, isNext) => address.open("ship", id, isNext)}
      />
      {address.drawers.correct && (
        <CorrectInList id={address.drawers.correct} onClose={() => address.open("correct", "")} />
      )}
    </>
  )
}
