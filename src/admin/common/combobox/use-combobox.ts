import { type KeyboardEvent, useState } from "react"
import { fittingOptions, NO_PLACE, placeAfterTyping, placeOf } from "./fitting-options"
import { keyEffect } from "./key-effect"

/** A text with the options that it may be. */
export interface Choosing {
  value: string
  options: string[]
  onChange: (value: string) => void
}

/** Which options are shown, which one is at hand, and what typing and keys do. */
export function useCombobox({ value, options, onChange }: Choosing) {
  const [isOpen, setOpen] = useState(false)
  const [place, setPlace] = useState(NO_PLACE)
  const fitting = fittingOptions(options, value)
  const shown = isOpen ? fitting : []
  const show = (at: number) => {
    setOpen(true)
    setPlace(at)
  }
  const open = () => show(placeOf(fitting, value))
  const close = () => {
    setOpen(false)
    setPlace(NO_PLACE)
  }
  const take = (option: string) => {
    onChange(option)
    close()
  }
  const type = (text: string) => {
    show(placeAfterTyping(fittingOptions(options, text), text))
    onChange(text)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const effect = keyEffect(event, { place, count: shown.length })
    if (!effect) {
      if (event.key === "Enter") close()
      return
    }
    event.preventDefault()
    if (effect.does === "move") setPlace(effect.place)
    else ({ open, close, take: () => take(shown[place]) })[effect.does]()
  }
  return { shown, place, open, close, take, type, onKeyDown }
}
