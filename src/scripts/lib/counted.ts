/** A number with the words for one or for several, as a script says it. Pure. */
export function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
