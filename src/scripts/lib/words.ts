/** A script's arguments: plain words, and those that name something, as `account=us-main`. */
export interface Words {
  plain: string[]
  named: Map<string, string>
}

/**
 * Reads the arguments of a script. `medusa exec` hands on digits as numbers, and keeps options such as `--account` for itself.
 * @throws Error with the usage for a name that the script does not know, or that is given twice
 */
export function readWords(
  args: (string | number)[],
  { names, usage }: { names: string[]; usage: string }
): Words {
  const read: Words = { plain: [], named: new Map() }
  for (const word of args.map(String)) {
    const [, name, value] = /^([a-z_]+)=(.*)$/.exec(word) ?? []
    if (name === undefined) read.plain.push(word)
    else if (!names.includes(name)) throw new Error(`There is no "${name}=".\n${usage}`)
    else if (read.named.has(name)) throw new Error(`"${name}=" is given twice.\n${usage}`)
    else read.named.set(name, value)
  }
  return read
}
