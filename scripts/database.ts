import { Client } from "pg"

/**
 * Creates the database that `url` names, on that url's server.
 * @param template name of the database that it begins as a copy of, to which nobody may be connected; else it is empty
 */
export async function createDatabase(url: string, template?: string): Promise<void> {
  await onServer(url, (client, name) => {
    const copy = template ? ` TEMPLATE ${client.escapeIdentifier(template)}` : ""
    return client.query(`CREATE DATABASE ${name}${copy}`)
  })
}

/** Drops the database that `url` names, whoever is still connected to it. */
export async function dropDatabase(url: string): Promise<void> {
  await onServer(url, (client, name) =>
    client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`)
  )
}

/**
 * Gives the database that `url` names another name, and says something of it that `remarkOf` tells, both or neither.
 * Nothing happens where the other name is taken.
 */
export async function renameDatabase(url: string, to: string, remark: string): Promise<void> {
  await onServer(url, async (client, name) => {
    // Until the connection ends: of two at once, the second finds the name taken.
    await client.query("SELECT pg_advisory_lock(hashtext($1))", [to])
    const { rowCount } = await client.query("SELECT FROM pg_database WHERE datname = $1", [to])
    if (rowCount) return
    const [said, other] = [client.escapeLiteral(remark), client.escapeIdentifier(to)]
    // One query of several statements is one transaction.
    await client.query(
      `COMMENT ON DATABASE ${name} IS ${said}; ALTER DATABASE ${name} RENAME TO ${other}`
    )
  })
}

/** What was said of the database that `url` names; null when there is none. */
export async function remarkOf(url: string): Promise<string | null> {
  const name = decodeURIComponent(new URL(url).pathname.slice(1))
  return onServer(url, async (client) => {
    const { rows } = await client.query<{ remark: string | null }>(
      "SELECT shobj_description(oid, 'pg_database') AS remark FROM pg_database WHERE datname = $1",
      [name]
    )
    return rows[0]?.remark ?? null
  })
}

async function onServer<T>(
  url: string,
  work: (client: Client, name: string) => Promise<T>
): Promise<T> {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = "/postgres"
  const client = new Client({ connectionString: server.href })
  await client.connect()
  try {
    return await work(client, client.escapeIdentifier(name))
  } finally {
    await client.end()
  }
}
