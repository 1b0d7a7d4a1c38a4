import { readdirSync, readFileSync } from "node:fs"
import { dirname, join, resolve, sep } from "node:path"
import ts from "typescript"

/** Folders of the repository that are measured; tests are left out. */
const MEASURED = ["src", "simulator", "testing", "scripts", "bench"]

const SOURCE = /\.tsx?$/
const TEST = /(^|\/)__(tests|fixtures)__\/|\.spec\.tsx?$|\.d\.ts$/

/** Packages that a folder of ours has installed for itself, such as what the bench measures beside the plugin. */
const INSTALLED = /\/node_modules\//

/** A function of a file: its name or that of what it is assigned to, null for a callback, and how many lines it has from first to last. */
export interface MeasuredFunction {
  name: string | null
  line: number
  lines: number
}

/** What is counted in one source file. `imports` are the relative ones, as they are written. */
export interface MeasuredFile {
  path: string
  lines: number
  functions: MeasuredFunction[]
  imports: string[]
  exported: string[]
  undocumented: string[]
}

/** Source files of these folders, by their path from `root`. */
function sourcesIn(root: string, folders: readonly string[] = MEASURED): string[] {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
      .map((name) => join(folder, name).split(sep).join("/"))
      .filter((path) => SOURCE.test(path) && !TEST.test(path) && !INSTALLED.test(path))
      .sort()
  )
}

/** Counts what is in one file, from its text alone. */
export function measure(path: string, text: string): MeasuredFile {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true)
  const exported = source.statements.filter(isExported)
  return {
    path,
    lines: text.replace(/\n$/, "").split("\n").length,
    functions: functionsIn(source),
    imports: importsOf(source),
    exported: exported.flatMap(namesOf),
    undocumented: exported.filter((statement) => !isDocumented(statement)).flatMap(namesOf),
  }
}

function functionsIn(source: ts.SourceFile): MeasuredFunction[] {
  const found: MeasuredFunction[] = []
  const visit = (node: ts.Node) => {
    if (ts.isFunctionLike(node) && "body" in node && node.body) found.push(measured(node, source))
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function measured(node: ts.Node, source: ts.SourceFile): MeasuredFunction {
  const first = source.getLineAndCharacterOfPosition(node.getStart(source)).line
  const last = source.getLineAndCharacterOfPosition(node.getEnd()).line
  return { name: nameOf(node), line: first + 1, lines: last - first + 1 }
}

function nameOf(node: ts.Node): string | null {
  const named = [node, node.parent].find((at) => at && "name" in at && at.name) as
    ts.NamedDeclaration | undefined
  return named?.name?.getText() ?? null
}

function importsOf(source: ts.SourceFile): string[] {
  return source.statements.flatMap((statement) => {
    if (!ts.isImportDeclaration(statement) && !ts.isExportDeclaration(statement)) return []
    const from = statement.moduleSpecifier
    return from && ts.isStringLiteral(from) && from.text.startsWith(".") ? [from.text] : []
  })
}

function isExported(node: ts.Statement): boolean {
  const modifiers = ts.canHaveModifiers(node) ? ts.getModifiers(node) : undefined
  return modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false
}

function isDocumented(node: ts.Statement): boolean {
  return ts.getJSDocCommentsAndTags(node).length > 0
}

function namesOf(node: ts.Statement): string[] {
  if (!ts.isVariableStatement(node)) return [nameOf(node) ?? "default"]
  return node.declarationList.declarations.map(({ name }) => name.getText())
}

/** Folders with how many source files lie in them, not counting those of folders inside. */
function folderSizes(paths: readonly string[]): Map<string, number> {
  const sizes = new Map<string, number>()
  for (const path of paths) sizes.set(dirname(path), (sizes.get(dirname(path)) ?? 0) + 1)
  return sizes
}

/** One way around for each import that leads back to its own file; empty when the arrows form no circle. */
export function importCircles(files: readonly MeasuredFile[]): string[][] {
  const known = new Set(files.map(({ path }) => path))
  const imports = new Map(files.map((file) => [file.path, resolvedImports(file, known)]))
  const circles: string[][] = []
  const done = new Set<string>()
  const walk = (path: string, way: readonly string[]) => {
    if (way.includes(path)) return void circles.push([...way.slice(way.indexOf(path)), path])
    if (done.has(path)) return
    for (const next of imports.get(path) ?? []) walk(next, [...way, path])
    done.add(path)
  }
  for (const { path } of files) walk(path, [])
  return circles
}

function resolvedImports({ path, imports }: MeasuredFile, known: ReadonlySet<string>): string[] {
  return imports.flatMap((imported) => {
    const target = join(dirname(path), imported)
    const candidates = [`${target}.ts`, `${target}.tsx`, `${target}/index.ts`, target]
    return candidates.filter((candidate) => known.has(candidate)).slice(0, 1)
  })
}

/** The middle one of these numbers, the lower of two; 0 when there are none. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted.at(Math.floor((sorted.length - 1) / 2)) ?? 0
}

/** Measures a repository. @param root its folder */
export function measureAll(root: string): MeasuredFile[] {
  return sourcesIn(root).map((path) => measure(path, readFileSync(join(root, path), "utf8")))
}

/** A repository in few figures. In the median a callback counts as part of the function around it. */
export interface Summary {
  files: number
  medianFileLines: number
  functions: number
  medianFunctionLines: number
  exports: number
  /** Share of the exports that have a docstring, from 0 to 1. */
  documented: number
}

/** Sums up what was measured. */
export function summarize(files: readonly MeasuredFile[]): Summary {
  const named = files.flatMap(({ functions }) => functions.filter(({ name }) => name !== null))
  const exports = files.flatMap(({ exported }) => exported).length
  const undocumented = files.flatMap((file) => file.undocumented).length
  return {
    files: files.length,
    medianFileLines: median(files.map(({ lines }) => lines)),
    functions: named.length,
    medianFunctionLines: median(named.map(({ lines }) => lines)),
    exports,
    documented: exports === 0 ? 1 : 1 - undocumented / exports,
  }
}

/** The longest functions first, each as `51 lines: name (path:1)`. @param most lines that a function may have */
export function longFunctions(files: readonly MeasuredFile[], most: number): string[] {
  const all = files.flatMap(({ path, functions }) => functions.map((one) => ({ ...one, path })))
  return all
    .filter(({ lines }) => lines > most)
    .sort((a, b) => b.lines - a.lines)
    .map(({ name, path, line, lines }) => `${lines} lines: ${name ?? "callback"} (${path}:${line})`)
}

/** The fullest folders first, each as `16 files: path`. @param most files that a folder may have */
export function fullFolders(files: readonly MeasuredFile[], most: number): string[] {
  return [...folderSizes(files.map(({ path }) => path))]
    .filter(([, size]) => size > most)
    .sort(([, a], [, b]) => b - a)
    .map(([folder, size]) => `${size} files: ${folder}`)
}

function printed(files: readonly MeasuredFile[]): string {
  const { documented, ...figures } = summarize(files)
  const circles = importCircles(files).map((way) => way.join(" → "))
  return [
    `${figures.files} files, the middle one of ${figures.medianFileLines} lines`,
    `${figures.functions} functions, the middle one of ${figures.medianFunctionLines} lines`,
    `${figures.exports} exports, ${(100 * documented).toFixed(1)} % with a docstring`,
    `import circles: ${circles.join("; ") || "none"}`,
    ...longFunctions(files, 45).slice(0, 10),
    ...fullFolders(files, 13).slice(0, 10),
  ].join("\n")
}

if (require.main === module) {
  process.stdout.write(`${printed(measureAll(resolve(__dirname, "../..")))}\n`)
}
