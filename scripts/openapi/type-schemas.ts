import ts from "typescript"
import type { JsonSchema } from "./zod-schema"

/**
 * Reads the exported types of a file as schemas, with their comments, by TypeScript's own understanding of them.
 * @param entry path of the file
 * @returns schema by name of the type; references between them are `#/components/schemas/…`
 */
export function schemasOfTypes(entry: string): Record<string, JsonSchema> {
  const program = ts.createProgram([entry], { strict: true, skipLibCheck: true })
  const checker = program.getTypeChecker()
  const source = program.getSourceFile(entry)
  const module = source && checker.getSymbolAtLocation(source)
  if (!module) throw new Error(`${entry} exports nothing.`)
  const names = new Map<ts.Symbol, string>()
  const exported = checker.getExportsOfModule(module)
  for (const symbol of exported) names.set(realSymbol(checker, symbol), symbol.name)
  const reader = new TypeReader(checker, names)
  return Object.fromEntries(exported.map((symbol) => [symbol.name, reader.named(symbol)]))
}

function realSymbol(checker: ts.TypeChecker, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol
}

class TypeReader {
  constructor(
    private readonly checker: ts.TypeChecker,
    private readonly names: ReadonlyMap<ts.Symbol, string>
  ) {}

  /** The schema of an exported type itself, not a reference to it. */
  named(symbol: ts.Symbol): JsonSchema {
    const real = realSymbol(this.checker, symbol)
    const type = this.checker.getDeclaredTypeOfSymbol(real)
    return { ...this.described(real), ...this.inside(type) }
  }

  private described(symbol: ts.Symbol): JsonSchema {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(this.checker))
    return text ? { description: text.replace(/\s+/g, " ") } : {}
  }

  /** A reference where the type has a name of its own. */
  private schema(type: ts.Type): JsonSchema {
    const symbol = type.aliasSymbol ?? type.getSymbol()
    const name = symbol && this.names.get(symbol)
    return name ? { $ref: `#/components/schemas/${name}` } : this.inside(type)
  }

  private inside(type: ts.Type): JsonSchema {
    if (type.isUnion()) return this.union(type)
    if (type.isStringLiteral() || type.isNumberLiteral()) return { const: type.value }
    if (type.flags & ts.TypeFlags.BooleanLiteral)
      return { const: this.checker.typeToString(type) === "true" }
    if (type.flags & ts.TypeFlags.String) return { type: "string" }
    if (type.flags & ts.TypeFlags.Number) return { type: "number" }
    if (type.flags & ts.TypeFlags.Boolean) return { type: "boolean" }
    if (type.flags & ts.TypeFlags.Null) return { type: "null" }
    if (this.checker.isArrayType(type)) {
      const [item] = this.checker.getTypeArguments(type as ts.TypeReference)
      return { type: "array", items: this.schema(item) }
    }
    if (type.flags & (ts.TypeFlags.Object | ts.TypeFlags.Intersection)) return this.object(type)
    return {}
  }

  private union(type: ts.UnionType): JsonSchema {
    const parts = type.types.filter((part) => !(part.flags & ts.TypeFlags.Undefined))
    if (parts.every((part) => part.flags & ts.TypeFlags.BooleanLike)) return { type: "boolean" }
    if (parts.every((part) => part.isStringLiteral()))
      return { type: "string", enum: parts.map((part) => (part as ts.StringLiteralType).value) }
    const schemas = new Map(
      parts.map((part) => this.schema(part)).map((s) => [JSON.stringify(s), s])
    )
    const several = [...schemas.values()]
    return several.length === 1 ? several[0] : { anyOf: several }
  }

  private object(type: ts.Type): JsonSchema {
    const index = this.checker.getIndexTypeOfType(type, ts.IndexKind.String)
    if (index) return { type: "object", additionalProperties: this.schema(index) }
    const members = this.checker.getPropertiesOfType(type)
    const required = members.filter(({ flags }) => !(flags & ts.SymbolFlags.Optional))
    return {
      type: "object",
      properties: Object.fromEntries(members.map((member) => [member.name, this.member(member)])),
      ...(required.length > 0 ? { required: required.map(({ name }) => name) } : {}),
    }
  }

  private member(symbol: ts.Symbol): JsonSchema {
    const schema = this.schema(this.checker.getTypeOfSymbol(symbol))
    return { ...this.described(symbol), ...schema }
  }
}
