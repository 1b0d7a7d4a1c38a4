import { usePerson } from "../data/use-person"
import { useWords } from "../words/use-words"

/** Names under which the plugin itself acts: it plans, imports, and makes calls. */
const OUR_OWN = ["planner", "import", "system"]

/** Who did something: a member of staff by name, another actor by id, or the plugin. */
export function Person({ id }: { id: string | null }) {
  const { t } = useWords()
  const name = usePerson(id)
  if (id === null || OUR_OWN.includes(id)) return t("details.nobody")
  return name ?? id
}
