/** A database on the server of DB_HOST, DB_PORT, DB_USERNAME and DB_PASSWORD, as Medusa's own test runner reads them. */
export function serverUrl(database: string): string {
  const { DB_USERNAME, DB_PASSWORD, DB_HOST, DB_PORT } = process.env
  const user = encodeURIComponent(DB_USERNAME ?? "postgres")
  const password = encodeURIComponent(DB_PASSWORD ?? "")
  return `postgres://${user}:${password}@${DB_HOST ?? "localhost"}:${DB_PORT ?? "5432"}/${database}`
}

/** The address of a database of this process's own. */
export function databaseUrlOf(name: string): string {
  return serverUrl(`${name}_${process.pid}`)
}
