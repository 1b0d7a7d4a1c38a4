import en from "./en.json"

/** Texts by language, under the plugin's own name. Another language needs its file and a line here. */
export default { en: { walmart: en } }
