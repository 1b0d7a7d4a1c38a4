import { Button, Text } from "@medusajs/ui"
import type { AdminWalmartLeftOut } from "../../../types/http"
import { Person } from "../../common/person"
import { useWords } from "../../words/use-words"
import { useTakeIn } from "./use-unimported"

/** Who decided that an order stays out of Medusa, why, and a way to take that back. */
export function LeftOut({ id, leftOut }: { id: string; leftOut: AdminWalmartLeftOut }) {
  const { t, at } = useWords()
  const takeIn = useTakeIn(id)
  return (
    <>
      <div>
        <Text size="small" className="break-words">
          {t("unimported.leftOutAt", { at: at(leftOut.at), note: leftOut.note })}
        </Text>
        <Text as="div" size="xsmall" className="text-ui-fg-subtle">
          <Person id={leftOut.by} />
        </Text>
      </div>
      <Button
        size="small"
        variant="secondary"
        className="self-start"
        isLoading={takeIn.isPending}
        onClick={() => takeIn.mutate(undefined)}
      >
        {t("unimported.takeBack")}
      </Button>
    </>
  )
}
