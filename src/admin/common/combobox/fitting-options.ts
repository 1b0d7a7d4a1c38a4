/** The options that contain a text, in any case; all of them where it is an option itself, so that it can be changed. Pure. */
export function fittingOptions(options: string[], text: string): string[] {
  const wanted = text.trim().toLowerCase()
  if (options.some((option) => option.toLowerCase() === wanted)) return options
  return options.filter((option) => option.toLowerCase().includes(wanted))
}

/** The place that an arrow key leads to, round the ends; -1 is none. Pure. */
export function nextPlace(place: number, count: number, step: 1 | -1): number {
  if (count === 0) return -1
  if (place === -1) return step === 1 ? 0 : count - 1
  return (place + step + count) % count
}
