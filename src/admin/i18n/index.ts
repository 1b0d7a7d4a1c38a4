/** What Vite makes of the call below: the files that match, by their names. */
declare global {
  interface ImportMeta {
    glob(
      pattern: string,
      options: { eager: true; import: "default" }
    ): Record<string, Record<string, unknown>>
  }
}

const files = import.meta.glob("./*.json", { eager: true, import: "default" })

const languageOf = (file: string) => file.slice("./".length, -".json".length)

/** Texts by language, under the plugin's own name. Another language needs only its file next to `en.json`, named by its code. */
export default Object.fromEntries(
  Object.entries(files).map(([file, walmart]) => [languageOf(file), { walmart }])
)
