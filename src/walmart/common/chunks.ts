/** A list in pieces of at most `size`, in its order. */
export function chunks<T>(list: T[], size: number): T[][] {
  const count = Math.ceil(list.length / size)
  return Array.from({ length: count }, (_, n) => list.slice(n * size, (n + 1) * size))
}
