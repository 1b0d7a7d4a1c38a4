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

const booting = { ...base, setupFiles: ["<rootDir>/integration-tests/setup.js"] }

module.exports = {
  // Booting Medusa takes about six seconds, much more on a busy machine.
  testTimeout: 120_000,
  testSequencer: "<rootDir>/integration-tests/longest-first.js",
  projects: [
    {
      ...base,
      displayName: "unit",
      testMatch: [
        "<rootDir>/src/**/__tests__/**/*.unit.spec.[jt]s?(x)",
        "<rootDir>/simulator/**/__tests__/**/*.unit.spec.ts",
        "<rootDir>/demo/**/__tests__/**/*.unit.spec.ts",
      ],
    },
    {
      ...booting,
      displayName: "modules",
      testMatch: ["<rootDir>/integration-tests/modules/**/*.spec.ts"],
    },
    {
      ...booting,
      displayName: "http",
      testMatch: ["<rootDir>/integration-tests/http/**/*.spec.ts"],
    },
    {
      ...booting,
      displayName: "faults",
      testMatch: ["<rootDir>/integration-tests/faults/**/*.spec.ts"],
    },
    {
      ...base,
      displayName: "package",
      testMatch: ["<rootDir>/integration-tests/package/**/*.spec.ts"],
    },
    {
      ...base,
      displayName: "instances",
      testMatch: ["<rootDir>/integration-tests/instances/**/*.spec.ts"],
    },
    { ...base, displayName: "e2e", testMatch: ["<rootDir>/integration-tests/e2e/**/*.spec.ts"] },
  ],
}
