/** The value below which so many percent of the values lie; 0 without any. */
export function quantile(values: number[], percent: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.floor(((sorted.length - 1) * percent) / 100)] ?? 0
}

/** The value in the middle. */
export function median(values: number[]): number {
  return quantile(values, 50)
}
