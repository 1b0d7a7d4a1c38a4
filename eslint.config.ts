import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"

type Pattern = { group: string[]; message: string } | { regex: string; message: string }

/** Says which imports a part of the tree may not have, and why. */
function forbid(files: string[], patterns: Pattern[], ignores: string[] = []) {
  return { files, ignores, rules: { "no-restricted-imports": ["error", { patterns }] as const } }
}

/**
 * Schemas are the exception: a package manager may give a plugin a zod of its own beside the one Medusa runs with, and only
 * Medusa's is tried with it.
 */
const noMedusa = {
  regex: "^@medusajs/(?!framework/zod$)",
  message: "src/walmart knows Walmart and no Medusa, except its zod.",
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
      noMedusa,
      {
        group: [
          "../modules/**",
          "../../modules/**",
          "../workflows/**",
          "../api/**",
          "../jobs/**",
          "../subscribers/**",
          "../links/**",
        ],
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
