import { TrianglesMini } from "@medusajs/icons"
import { Input } from "@medusajs/ui"
import { useId, useRef } from "react"
import { useWords } from "../../words/use-words"
import type { FieldInput } from "../field"
import { NO_PLACE } from "./fitting-options"
import { OptionList, optionId } from "./option-list"
import { type Choosing, useCombobox } from "./use-combobox"

interface ComboboxProps extends Choosing {
  input: FieldInput
  /** Of the field, by which its list and its button are named too. */
  label: string
  placeholder?: string
}

/**
 * A text that is typed, or chosen from the options that it fits, like the dashboard's own Combobox, which it gives to nobody. The
 * keyboard works by the ARIA pattern: arrows, Home and End go through the options, Enter takes one, Esc closes the list.
 */
export function Combobox({ input, label, placeholder, ...choosing }: ComboboxProps) {
  const listId = useId()
  const field = useRef<HTMLInputElement>(null)
  const { shown, place, open, close, take, type, onKeyDown } = useCombobox(choosing)
  const isOpen = shown.length > 0
  const toggle = () => {
    field.current?.focus()
    if (isOpen) close()
    else open()
  }
  return (
    <div className="relative" onBlur={close}>
      <Input
        {...input}
        ref={field}
        size="small"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={place === NO_PLACE || !isOpen ? undefined : optionId(listId, place)}
        autoComplete="off"
        spellCheck={false}
        className="pr-8"
        value={choosing.value}
        placeholder={placeholder}
        onClick={open}
        onKeyDown={onKeyDown}
        onChange={({ target }) => type(target.value)}
      />
      {choosing.options.length > 0 && <Toggle {...{ label, isOpen, toggle }} />}
      {isOpen && (
        <OptionList
          {...{ id: listId, label, place, take }}
          options={shown}
          chosen={choosing.value}
        />
      )}
    </div>
  )
}

/** Opens and closes the list by mouse or finger; the keyboard does it in the field. */
function Toggle({ label, isOpen, toggle }: { label: string; isOpen: boolean; toggle: () => void }) {
  const { t } = useWords()
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-label={t("fields.showOptions", { field: label })}
      aria-expanded={isOpen}
      className="text-ui-fg-muted absolute right-0 top-0 flex size-8 items-center justify-center outline-none"
      // The field keeps the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={toggle}
    >
      <TrianglesMini />
    </button>
  )
}
