import { serverUrl } from "../faults/harness/database"

/** The address of a database of this process's own, on the server that the test runner names. */
export function databaseUrlOf(name: string): string {
  return serverUrl(`${name}_${process.pid}`)
}
