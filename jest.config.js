/** One runner, several projects; `npx jest --selectProjects unit` picks one. */
const base = {
  transform: {
    "^.+\\.[jt]sx?$": [
      "@swc/jest",
      {
        jsc: {
          parser: { syntax: "typescript", tsx: true, decorators: true },
          target: "es2021",
          transform: { react: { runtime: "automatic" } },
        },
      },
    ],
  },
  testEnvironment: "node",
  moduleFileExtensions: ["js", "ts", "tsx", "json"],
  modulePathIgnorePatterns: ["<rootDir>/.medusa/", "<rootDir>/dist/"],
}

const WITHOUT_REDIS = "<rootDir>/integration-tests/without-redis.js"

/** The examples of `integration-tests/extending` import the package by its name, as a store does. */
const withPackage = {
  ...base,
  moduleNameMapper: {
    "^medusa-plugin-walmart/(workflows|types)$": "<rootDir>/src/$1",
    "^medusa-plugin-walmart/simulator$": "<rootDir>/simulator",
  },
}
const booting = {
  ...withPackage,
  setupFiles: ["<rootDir>/integration-tests/setup.js"],
  testRunner: "<rootDir>/integration-tests/in-time.js",
}
const withoutRedis = {
  ...booting,
  setupFiles: [...booting.setupFiles, WITHOUT_REDIS],
}

module.exports = {
  // Ends what hangs. Whatever waits says itself for what, and long before.
  testTimeout: 600_000,
  testSequencer: "<rootDir>/integration-tests/longest-first.js",
  projects: [
    {
      ...base,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.unit.spec.[jt]s?(x)",
        "<rootDir>/simulator/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/demo/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/scripts/**/__tests__/**/*.unit.spec.ts",
      ],
    },
    {
      // The framework's zod is what this repository has installed; a store may have a newer one.
      ...base,
      displayName: "zod",
      testMatch: [
        "<rootDir>/src/walmart/**/__tests__/{schemas,client,import-order}.unit.spec.ts",
        "<rootDir>/src/modules/walmart/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/src/workflows/**/__tests__/**/*.unit.spec.ts",
      ],
      moduleNameMapper: { "^@medusajs/framework/zod$": "zod-newest" },
    },
    {
      ...withoutRedis,
      displayName: "modules",
      testMatch: ["<rootDir>/integration-tests/modules/**/*.spec.ts"],
    },
    {
      ...withoutRedis,
      displayName: "http",
      testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    },
    {
      // What Medusa's Redis modules could change: events, jobs and workflows of importing, shipping and canceling.
      ...booting,
      displayName: "redis",
      testMatch: ["<rootDir>/integration-tests/http/{native-routes,import}.spec.ts"],
    },
    {
      ...withoutRedis,
      displayName: "faults",
      testMatch: ["<rootDir>/integration-tests/faults/**/*.spec.ts"],
    },
    {
      ...base,
      displayName: "package",
      testMatch: ["<rootDir>/integration-tests/package/package.spec.ts"],
    },
    {
      ...base,
      displayName: "store",
      testMatch: ["<rootDir>/integration-tests/package/store.spec.ts"],
    },
    {
      ...base,
      displayName: "instances",
      testMatch: ["<rootDir>/integration-tests/instances/**/*.spec.ts"],
    },
    {
      ...base,
      displayName: "e2e",
      setupFiles: [WITHOUT_REDIS],
      testMatch: ["<rootDir>/integration-tests/e2e/**/*.spec.ts"],
    },
  ],
}
