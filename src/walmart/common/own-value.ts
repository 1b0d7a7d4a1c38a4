/**
 * What a record itself says of a key that came from outside; undefined when it says nothing. A plain lookup would answer
 * `constructor` or `toString` with what every object inherits.
 */
export function ownValue<Value>(
  record: Readonly<Record<string, Value>>,
  key: string
): Value | undefined {
  return Object.prototype.hasOwnProperty.call(record, key) ? record[key] : undefined
}
