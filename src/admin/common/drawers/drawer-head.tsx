import { XMark } from "@medusajs/icons"
import { Drawer, IconButton, Kbd } from "@medusajs/ui"
import { useWords } from "../../words/use-words"

interface DrawerHeadProps {
  title: string
  description: string
}

/** The UI kit's own header closes with a button that has no name for screen readers. */
export function DrawerHead({ title, description }: DrawerHeadProps) {
  const { t } = useWords()
  return (
    <div className="border-ui-border-base flex items-start justify-between gap-x-4 border-b px-6 py-4">
      <div className="flex flex-col gap-y-1">
        <Drawer.Title>{title}</Drawer.Title>
        <Drawer.Description>{description}</Drawer.Description>
      </div>
      <div className="flex items-center gap-x-2">
        <Kbd aria-hidden>{t("actions.escape")}</Kbd>
        <Drawer.Close asChild>
          <IconButton size="small" variant="transparent" aria-label={t("actions.close")}>
            <XMark />
          </IconButton>
        </Drawer.Close>
      </div>
    </div>
  )
}
