import medusa from "@medusajs/eslint-plugin"
import tseslint from "typescript-eslint"
import { ROOMS } from "./scripts/lint/rooms"
import { wallsBetween } from "./scripts/lint/walls"

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

const HTTP = "src/walmart/api/http.ts"

const noAxios = {
  group: ["axios", "axios/*"],
  message: `Only ${HTTP} talks to the network.`,
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
    files: ["src/**/*.{ts,tsx}", "simulator/**/*.ts"],
    plugins: { house: { rules: { walls: wallsBetween(ROOMS) } } },
    rules: { "house/walls": "error" as const },
  },
  {
    files: [
      ...["src/walmart/**", "src/scripts/lib/**", "simulator/**"],
      ...["scripts/**", "demo/**", "testing/**", "bench/**"],
    ],
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
  forbid(["src/walmart/**/*.ts"], [noAxios, noMedusa], [HTTP]),
  forbid([HTTP], [noMedusa]),
  forbid(
    ["simulator/**/*.ts"],
    [
      {
        group: ["**/src/**", "@medusajs/*", "@medusajs/*/**"],
        message: "The simulator must not share code with what it tests.",
      },
    ]
  ),
]
