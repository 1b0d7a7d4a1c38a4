const { defineConfig } = require("@medusajs/framework/utils")

const DATABASE_URL = process.env.DATABASE_URL ?? "postgres://localhost/medusa-plugin-walmart"

/**
 * The repository's own store, for the demo, development and tests. A real store installs the plugin with
 * `plugins: [{ resolve: "medusa-plugin-walmart", options }]`; Medusa hands those options to the plugin's module,
 * as `modules` does here.
 */
module.exports = defineConfig({
  projectConfig: {
    databaseUrl: DATABASE_URL,
    redisUrl: process.env.REDIS_URL,
    workerMode: process.env.MEDUSA_WORKER_MODE ?? "shared",
    http: {
      jwtSecret: process.env.JWT_SECRET ?? "only-for-the-demo-and-tests",
      cookieSecret: process.env.COOKIE_SECRET ?? "only-for-the-demo-and-tests",
    },
    // This store is reached over plain http, where a secure cookie would never come back.
    cookieOptions: { secure: false, sameSite: "lax" },
  },
  // Read by whoever looks for a fault, and downloaded by nobody.
  admin: {
    disable: Boolean(process.env.DISABLE_ADMIN),
    vite: () => ({ build: { minify: false } }),
  },
  modules: [
    { resolve: "./src/modules/walmart", options: walmartOptions() },
    ...(process.env.REDIS_URL ? redisModules(process.env.REDIS_URL) : []),
  ],
})

function walmartOptions() {
  const overrides = JSON.parse(process.env.WALMART_OPTIONS_JSON ?? "{}")
  return { accounts: accounts(), ...overrides }
}

function accounts() {
  const clientId = process.env.WALMART_CLIENT_ID
  const clientSecret = process.env.WALMART_CLIENT_SECRET
  if (!clientId && !clientSecret) return []
  return [{ id: "main", clientId, clientSecret, baseUrl: process.env.WALMART_BASE_URL }]
}

function redisModules(redisUrl) {
  // Two stores on one Redis must not take each other's events and jobs.
  const prefix = process.env.QUEUE_PREFIX ?? new URL(DATABASE_URL).pathname.slice(1)
  return [
    { resolve: "@medusajs/medusa/cache-redis", options: { redisUrl, namespace: prefix } },
    {
      resolve: "@medusajs/medusa/event-bus-redis",
      options: { redisUrl, queueName: `${prefix}-events` },
    },
    {
      resolve: "@medusajs/medusa/workflow-engine-redis",
      options: {
        redis: { redisUrl, queueName: `${prefix}-workflows`, jobQueueName: `${prefix}-jobs` },
      },
    },
    {
      resolve: "@medusajs/medusa/locking",
      options: {
        providers: [
          {
            id: "locking-redis",
            resolve: "@medusajs/medusa/locking-redis",
            is_default: true,
            options: { redisUrl, namespace: `${prefix}-lock:` },
          },
        ],
      },
    },
  ]
}
