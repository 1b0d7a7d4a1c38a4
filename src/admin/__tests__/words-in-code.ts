import ts from "typescript"

/** Attributes that people read or hear. */
const SPOKEN =
  /^(title|alt|placeholder|label|description|tooltip|content|heading|hint|name|aria-label|aria-description|.*Label|.*Text)$/

/** Objects of messages: their texts are read too. */
const SPOKEN_CALLS = /^(toast\.\w+|prompt)$/

/** Texts of a source file that a person would read though they are not translated, as the compiler sees the code. */
export function wordsIn(file: string, code: string): string[] {
  const kind = file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS
  const source = ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true, kind)
  const found: string[] = []
  const visit = (node: ts.Node) => {
    const text = textOf(node)
    if (text && /\p{L}{2}/u.test(text) && isSpoken(node)) found.push(`${file}: ${shown(text)}`)
    ts.forEachChild(node, visit)
  }
  visit(source)
  return found
}

function textOf(node: ts.Node): string | null {
  if (ts.isJsxText(node) || ts.isStringLiteralLike(node) || ts.isTemplateHead(node))
    return node.text
  return null
}

/** Templates keep their blanks, texts between tags are laid out by them. */
function shown(text: string): string {
  return text.includes("\n") || text.startsWith(" ") ? text.trim() : text
}

/** A text between tags, the value of a spoken attribute, or what is given to a message. */
function isSpoken(node: ts.Node): boolean {
  if (ts.isJsxText(node)) return true
  const place = placeOf(node)
  if (ts.isJsxAttribute(place)) return SPOKEN.test(place.name.getText())
  if (ts.isJsxExpression(place)) return !ts.isJsxAttribute(place.parent) || isSpoken(place)
  if (ts.isCallExpression(place)) return SPOKEN_CALLS.test(place.expression.getText())
  return false
}

/** Where a text ends up: past choices, brackets and templates around it. */
function placeOf(node: ts.Node): ts.Node {
  const { parent } = node
  const isBranch =
    (ts.isConditionalExpression(parent) && parent.condition !== node) ||
    (ts.isBinaryExpression(parent) && parent.right === node && isChoice(parent)) ||
    ts.isParenthesizedExpression(parent) ||
    (ts.isTemplateExpression(parent) && parent.head === node)
  return isBranch ? placeOf(parent) : parent
}

function isChoice({ operatorToken }: ts.BinaryExpression): boolean {
  const { kind } = operatorToken
  return (
    kind === ts.SyntaxKind.AmpersandAmpersandToken ||
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken
  )
}
