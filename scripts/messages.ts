import { writeFileSync } from "node:fs"
import { resolve } from "node:path"
import { format } from "prettier"
import { TEXTS } from "../src/walmart/words/texts"

const HEAD = `# What the server says

Every sentence that staff read from the server about an order, an update, a listing or an account, by its code: the code is in the API
(\`error_code\`, \`code\`), in events, and in the log. What stands as … is put in. Search this page for the words that you read; what else
there is to see and press is in [operating](operating.md#what-you-see-what-to-press). The page is made by \`npm run docs:messages\`.
`

/** The page of the docs that has every sentence of the server, as Markdown. */
export function messagesPage(): Promise<string> {
  const parts = Object.entries(TEXTS).flatMap(([code, texts]) => part(code, texts))
  return format([HEAD, ...parts].join("\n"), { parser: "markdown" })
}

/** None for words that only stand inside another sentence, or on a button. What is wrong may be said by Walmart alone. */
function part(code: string, texts: Record<string, string>): string[] {
  const says = (name: string) =>
    Object.entries(texts).flatMap(([key, text]) =>
      key.startsWith(name) && !key.endsWith("_one") ? [plain(text)] : []
    )
  const messages = says("message").filter((text) => text !== "…")
  const [quoted, remedies] = [messages.map((text) => `> ${text}`).join("\n>\n"), says("remedy")]
  if (quoted === "" && remedies.length === 0) return []
  return [`## ${code}\n`, `${quoted}\n`, ...remedies.map((text) => `${text}\n`)]
}

function plain(text: string): string {
  return text.replace(/\{\{\w+\}\}/g, "…")
}

/** `npm run docs:messages` writes the page. */
async function main(): Promise<void> {
  writeFileSync(resolve(__dirname, "../docs/messages.md"), await messagesPage())
}

if (require.main === module) void main()
