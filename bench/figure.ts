/** One measured figure and what it must keep to. */
export interface Figure {
  name: string
  value: number
  unit: string
  budget: number
  /** True when more is better. */
  more?: boolean
}

/** Whether a figure keeps to its budget. */
export function isWithin({ value, budget, more }: Figure): boolean {
  return more ? value >= budget : value <= budget
}

/** A figure for people. */
export function line(figure: Figure): string {
  const verdict = isWithin(figure) ? "ok  " : "OVER"
  const bound = figure.more ? "at least" : "at most"
  return `${verdict} ${figure.name}: ${figure.value.toFixed(1)} ${figure.unit} (${bound} ${figure.budget})`
}
