/** The address of a database of this process's own, on the server that the test runner names. */
export function databaseUrlOf(name: string): string {
  const { DB_HOST, DB_PORT, DB_USERNAME, DB_PASSWORD } = process.env
  const login = [DB_USERNAME, DB_PASSWORD].filter(Boolean).join(":")
  return `postgres://${login}@${DB_HOST}:${DB_PORT ?? "5432"}/${name}_${process.pid}`
}
