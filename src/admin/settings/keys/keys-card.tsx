import { Container, Heading, Text } from "@medusajs/ui"
import { LoadError } from "../../common/load-error"
import { Loading } from "../../common/loading"
import { Said } from "../../common/said"
import { useWords } from "../../words/use-words"
import { AccountKeys } from "./account-keys"
import { useKeys } from "./use-keys"

/** The keys of every account of the options, also of those that are not connected. Shows where they come from, never a key. */
export function KeysCard() {
  const { t, said } = useWords()
  const { data, error, refetch } = useKeys()
  if (data?.keys.length === 0) return null
  return (
    <Container className="divide-y p-0">
      <div className="flex flex-col gap-y-1 px-6 py-4">
        <Heading level="h2">{t("keys.title")}</Heading>
        <Text size="small" className="text-ui-fg-subtle">
          <Said text={data?.obstacle ? said(data.obstacle, data.obstacle_words) : t("keys.hint")} />
        </Text>
      </div>
      {data?.keys.map((one) => (
        <AccountKeys key={one.account_id} keys={one} canSet={data.obstacle === null} />
      ))}
      {!data && (error ? <LoadError error={error} retry={() => void refetch()} /> : <Loading />)}
    </Container>
  )
}
