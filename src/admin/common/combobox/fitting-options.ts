/** No option is at hand. */
export const NO_PLACE = -1

/**
 * The options that contain a text, in any case, those that begin with it first; all of them where it is an option itself, so that
 * another one can be chosen. Pure.
 */
export function fittingOptions(options: string[], text: string): string[] {
  const wanted = plain(text)
  if (options.some((option) => plain(option) === wanted)) return options
  const fitting = options.filter((option) => plain(option).includes(wanted))
  const isFirst = (option: string) => plain(option).startsWith(wanted)
  return [...fitting.filter(isFirst), ...fitting.filter((option) => !isFirst(option))]
}

/**
 * The option at hand after a text was typed, which Enter takes: the text itself, or the first that begins with it. None for an
 * empty text, and none where the text is only found inside an option: that may well be a name of its own. Pure.
 */
export function placeAfterTyping(shown: string[], text: string): number {
  const wanted = plain(text)
  if (wanted === "") return NO_PLACE
  const same = placeOf(shown, text)
  return same === NO_PLACE ? shown.findIndex((option) => plain(option).startsWith(wanted)) : same
}

/** Where a text stands among options, in any case. Pure. */
export function placeOf(shown: string[], text: string): number {
  return shown.findIndex((option) => plain(option) === plain(text))
}

/** The place that a key leads to: arrows go round the ends. Null for a key that leads nowhere. Pure. */
export function placeByKey(key: string, place: number, count: number): number | null {
  const last = count - 1
  if (key === "ArrowDown") return place >= last ? Math.min(0, last) : place + 1
  if (key === "ArrowUp") return place <= 0 ? last : place - 1
  if (key === "Home") return Math.min(0, last)
  return key === "End" ? last : null
}

function plain(text: string): string {
  return text.trim().toLowerCase()
}
