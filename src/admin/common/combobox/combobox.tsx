import { clx, Input } from "@medusajs/ui"
import { type KeyboardEvent, useId, useState } from "react"
import type { FieldInput } from "../field"
import { fittingOptions, nextPlace } from "./fitting-options"

interface ComboboxProps {
  input: FieldInput
  value: string
  options: string[]
  placeholder?: string
  onChange: (value: string) => void
}

const CLOSED = -1

/** A text that is typed, or chosen from the options that it fits. Arrows go through them, Enter takes one, Esc closes the list. */
export function Combobox({ input, value, options, placeholder, onChange }: ComboboxProps) {
  const listId = useId()
  const { shown, place, close, open, take, onKeyDown } = useOptions({ value, options, onChange })
  return (
    <div className="relative" onBlur={close}>
      <Input
        {...input}
        size="small"
        role="combobox"
        aria-autocomplete="list"
        aria-expanded={shown.length > 0}
        aria-controls={shown.length > 0 ? listId : undefined}
        aria-activedescendant={place === CLOSED ? undefined : `${listId}-${place}`}
        autoComplete="off"
        value={value}
        placeholder={placeholder}
        onClick={() => open(place)}
        onKeyDown={onKeyDown}
        onChange={({ target }) => {
          open(CLOSED)
          onChange(target.value)
        }}
      />
      {shown.length > 0 && (
        <Options id={listId} labelledBy={input.id} options={shown} place={place} take={take} />
      )}
    </div>
  )
}

/** Which options are shown, which one the arrows are at, and what keys do. */
function useOptions({
  value,
  options,
  onChange,
}: Pick<ComboboxProps, "value" | "options" | "onChange">) {
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState(CLOSED)
  const shown = isOpen ? fittingOptions(options, value) : []
  const open = (at: number) => {
    setOpen(true)
    setPlace(at)
  }
  const close = () => {
    setOpen(false)
    setPlace(CLOSED)
  }
  const take = (option: string) => {
    onChange(option)
    close()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : null
    const chosen = shown.at(place)
    if (step !== null) {
      event.preventDefault()
      open(nextPlace(place, fittingOptions(options, value).length, step))
    } else if (event.key === "Escape") close()
    else if (event.key === "Enter" && place !== CLOSED && chosen) {
      event.preventDefault()
      take(chosen)
    }
  }
  return { shown, place, open, close, take, onKeyDown }
}

interface OptionsProps {
  id: string
  labelledBy: string
  options: string[]
  place: number
  take: (option: string) => void
}

function Options({ id, labelledBy, options, place, take }: OptionsProps) {
  return (
    <ul
      id={id}
      role="listbox"
      aria-labelledby={labelledBy}
      className="bg-ui-bg-component shadow-elevation-flyout absolute inset-x-0 top-full z-10 mt-1 max-h-48 overflow-y-auto rounded-lg p-1"
    >
      {options.map((option, index) => (
        <li
          key={option}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === place}
          className={clx("txt-compact-small hover:bg-ui-bg-component-hover rounded px-2 py-1.5", {
            "bg-ui-bg-component-hover": index === place,
          })}
          // Before the field loses the focus, which closes the list.
          onMouseDown={(event) => {
            event.preventDefault()
            take(option)
          }}
        >
          {option}
        </li>
      ))}
    </ul>
  )
}
