import { clx, Label, RadioGroup, Text } from "@medusajs/ui"
import { useId } from "react"
import { Thumbnail } from "../../common/thumbnail"
import { useWords } from "../../words/use-words"
import type { Variant } from "./use-unimported"

interface VariantListProps {
  variants: Variant[]
  /** Id of the chosen one; empty while none is. */
  value: string
  onChange: (id: string) => void
}

/** Product variants to choose one from; one without a SKU cannot be chosen. */
export function VariantList({ variants, value, onChange }: VariantListProps) {
  const { t } = useWords()
  if (variants.length === 0) {
    return (
      <Text size="small" className="text-ui-fg-subtle">
        {t("unimported.nothing")}
      </Text>
    )
  }
  return (
    <RadioGroup
      value={value}
      onValueChange={onChange}
      aria-label={t("unimported.products")}
      className="flex flex-col gap-y-2"
    >
      {variants.map((variant) => (
        <VariantChoice key={variant.id} variant={variant} isChosen={variant.id === value} />
      ))}
    </RadioGroup>
  )
}

function VariantChoice({ variant, isChosen }: { variant: Variant; isChosen: boolean }) {
  const { t } = useWords()
  const id = useId()
  const { sku, title, product } = variant
  return (
    <div
      className={clx("shadow-borders-base bg-ui-bg-base flex items-center gap-x-3 rounded-lg p-3", {
        "shadow-borders-interactive-with-shadow": isChosen,
      })}
    >
      <RadioGroup.Item id={id} value={variant.id} disabled={!sku} />
      <Thumbnail src={product?.thumbnail} isSmall />
      <Label htmlFor={id} size="small" className="flex min-w-0 flex-1 cursor-pointer flex-col">
        <span className="truncate">{[product?.title, title].filter(Boolean).join(" · ")}</span>
        <span className="txt-compact-xsmall text-ui-fg-subtle">{sku ?? t("unimported.noSku")}</span>
      </Label>
    </div>
  )
}
