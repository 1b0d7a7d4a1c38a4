import { Button, DropdownMenu } from "@medusajs/ui"
import { useRef, useState } from "react"
import { PAGE_SIZES } from "../../data/table-state"
import { useWords } from "../../words/use-words"
import { SaveViewDrawer } from "./save-view-drawer"
import { useViews } from "./use-views"

interface ViewMenuProps {
  /** Orders on a page. */
  size: number
  onSize: (size: number) => void
  /** The address of what is shown now. */
  address: () => string
  goTo: (address: string) => void
}

/** What is looked at again and again, and how many orders a page has. */
export function ViewMenu({ size, onSize, address, goTo }: ViewMenuProps) {
  const { t } = useWords()
  const { views, canSave, save, remove } = useViews()
  const [isNaming, setNaming] = useState(false)
  const isWanted = useRef(false)
  // Not before the menu has given the focus back, which would take it from the drawer's field.
  const nameIfWanted = () => {
    if (isWanted.current) setNaming(true)
    isWanted.current = false
  }
  return (
    <>
      <DropdownMenu>
        <DropdownMenu.Trigger asChild>
          <Button size="small" variant="secondary">
            {t("views.open")}
          </Button>
        </DropdownMenu.Trigger>
        <DropdownMenu.Content align="end" onCloseAutoFocus={nameIfWanted}>
          {views.map(({ name, address: kept }) => (
            <DropdownMenu.Item key={name} onSelect={() => goTo(kept)}>
              {name}
            </DropdownMenu.Item>
          ))}
          {views.length > 0 && <DropdownMenu.Separator />}
          <DropdownMenu.Item disabled={!canSave} onSelect={() => (isWanted.current = true)}>
            {t("views.save")}
          </DropdownMenu.Item>
          {views.length > 0 && <RemoveMenu names={views.map(({ name }) => name)} remove={remove} />}
          <DropdownMenu.Separator />
          <PageSizes size={size} onSize={onSize} />
        </DropdownMenu.Content>
      </DropdownMenu>
      {isNaming && (
        <SaveViewDrawer
          onSave={(name) => save({ name, address: address() })}
          onClose={() => setNaming(false)}
        />
      )}
    </>
  )
}

function PageSizes({ size, onSize }: Pick<ViewMenuProps, "size" | "onSize">) {
  const { t } = useWords()
  return (
    <>
      <DropdownMenu.Label>{t("views.size")}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup
        value={String(size)}
        onValueChange={(value) => onSize(Number(value))}
      >
        {PAGE_SIZES.map((one) => (
          <DropdownMenu.RadioItem key={one} value={String(one)}>
            {one}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  )
}

interface RemoveMenuProps {
  names: string[]
  remove: (name: string) => void
}

function RemoveMenu({ names, remove }: RemoveMenuProps) {
  const { t } = useWords()
  return (
    <DropdownMenu.SubMenu>
      <DropdownMenu.SubMenuTrigger>{t("views.remove")}</DropdownMenu.SubMenuTrigger>
      <DropdownMenu.SubMenuContent>
        {names.map((name) => (
          <DropdownMenu.Item key={name} onSelect={() => remove(name)}>
            {name}
          </DropdownMenu.Item>
        ))}
      </DropdownMenu.SubMenuContent>
    </DropdownMenu.SubMenu>
  )
}
