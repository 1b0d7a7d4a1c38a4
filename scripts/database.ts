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

async function onServer(url: string, work: (client: Client, name: string) => Promise<unknown>) {
  const server = new URL(url)
  const name = decodeURIComponent(server.pathname.slice(1))
  server.pathname = "/postgres"
  const client = new Client({ connectionString: server.href })
  await client.connect()
  try {
    await work(client, client.escapeIdentifier(name))
  } finally {
    await client.end()
  }
}
