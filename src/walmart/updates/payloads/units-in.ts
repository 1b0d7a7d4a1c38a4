import type { LineUnits } from "./payload-parts"
import { sumOfUnits } from "../../common/units"

/** Units of a line in some boxes. Pure. */
export function unitsIn(parts: { lines: LineUnits[] }[], lineNumber: string): number {
  const lines = parts.flatMap((part) => part.lines)
  return sumOfUnits(lines.filter((units) => units.lineNumber === lineNumber))
}
