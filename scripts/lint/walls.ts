import { dirname, relative, resolve, sep } from "node:path"
import type { Rule } from "eslint"

const ROOT = resolve(__dirname, "../..")

/** Tests may look into every room. */
const OUTSIDE = /\/__tests__\//

type Report = (node: Rule.Node, message: string) => void

/**
 * A lint rule that holds the walls between rooms, which are given from the lowest up.
 * @param root folder that the rooms' names begin at
 */
export function wallsBetween(rooms: readonly string[], root = ROOT): Rule.RuleModule {
  return {
    meta: { type: "problem", schema: [] },
    create: (context) => {
      const file = pathOf(root, context.filename)
      const report: Report = (node, message) => context.report({ node, message })
      if (OUTSIDE.test(file)) return {}
      const own = roomOf(rooms, file)
      if (!own) return { Program: (node) => report(node as Rule.Node, noRoom(file)) }
      const target = (imported: string) =>
        roomOf(rooms, pathOf(root, resolve(dirname(context.filename), imported)))
      return importsOf((node, imported) => {
        const other = target(imported)
        if (other && rooms.indexOf(other) > rooms.indexOf(own)) report(node, above(own, other))
      })
    },
  }
}

/** Calls `check` with every relative import of a file. */
function importsOf(check: (node: Rule.Node, imported: string) => void): Rule.RuleListener {
  const visit = (node: { source?: { value?: unknown } | null }) => {
    const imported = node.source?.value
    if (typeof imported === "string" && imported.startsWith(".")) check(node as Rule.Node, imported)
  }
  return {
    ImportDeclaration: visit,
    ExportNamedDeclaration: visit,
    ExportAllDeclaration: visit,
  }
}

function roomOf(rooms: readonly string[], path: string): string | undefined {
  const around = rooms.filter((room) => `${path}/`.startsWith(`${room}/`))
  return around.sort((a, b) => b.length - a.length).at(0)
}

function pathOf(root: string, file: string): string {
  return relative(root, file).split(sep).join("/")
}

function above(own: string, other: string): string {
  return `${own} lies below ${other} and imports nothing of it: what both need belongs into a room below both.`
}

function noRoom(file: string): string {
  return `${file} is in no room: add its folder to scripts/lint/rooms.ts.`
}
