import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

/** Says which imports a part of the tree may not have, and why. */
function forbid(
  files: string[],
  patterns: { group: string[]; message: string }[],
  ignores: string[] = []
) {
  return { files, ignores, rules: { "no-restricted-imports": ["error", { patterns }] as const } }
}

const noAxios = {
  group: ["axios", "axios/*"],
  message: "Only src/walmart/http.ts talks to the network.",
}

export default [
  ...medusa.configs.recommended,
  // Medusa's rules leave tests out; ours do not.
  { ignores: ["!**/__tests__/**", "!**/integration-tests/**", "public/**"] },
  ...tseslint.configs.recommended.map((config) => ({ ...config, files: ["**/*.{ts,tsx}"] })),
  {
    files: ["**/*.{ts,tsx}"],
    rules: {
      "@typescript-eslint/no-explicit-any": "error",
      // A leading underscore says that a value is left out on purpose.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ] as const,
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      // src/walmart may import nothing of Medusa, and both rooms must share one zod.
      "@medusajs/zod-import-source": "off",
    },
  },
  {
    files: ["src/walmart/**", "simulator/**", "scripts/**", "demo/**", "bench/**"],
    // These rooms know no Medusa or answer no request, so its error class is not theirs to throw.
    rules: { "@medusajs/use-medusa-error-not-generic-error": "off" },
  },
  {
    files: ["**/__tests__/**", "integration-tests/**"],
    rules: {
      "@medusajs/use-medusa-error-not-generic-error": "off",
      // Walmart orders are kept in cents, and their tests say so.
      "@medusajs/prices-in-major-units": "off",
    },
  },
  forbid(["src/**/*.{ts,tsx}"], [noAxios], ["src/walmart/**"]),
  forbid(
    ["src/walmart/**/*.ts"],
    [
      noAxios,
      {
        group: ["@medusajs/*", "@medusajs/*/**", "../modules/**", "../../modules/**"],
        message: "src/walmart knows Walmart and no Medusa.",
      },
      {
        group: ["../workflows/**", "../api/**", "../jobs/**", "../subscribers/**", "../links/**"],
        message: "Dependencies point down: src/walmart imports nothing above it.",
      },
    ],
    ["src/walmart/http.ts"]
  ),
  forbid(
    ["src/walmart/http.ts"],
    [
      {
        group: ["@medusajs/*", "@medusajs/*/**"],
        message: "src/walmart knows Walmart and no Medusa.",
      },
    ]
  ),
  forbid(
    ["simulator/**/*.ts"],
    [
      {
        group: ["../src/**", "../../src/**", "@medusajs/*", "@medusajs/*/**"],
        message: "The simulator must not share code with what it tests.",
      },
    ]
  ),
]
