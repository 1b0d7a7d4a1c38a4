/** Where the numbers of this process begin. */
let serial = 2_751_590

/** A valid UPS number that no other parcel of this process has: a store asks about one that belongs to another order already. */
export function upsNumber(): string {
  const characters = `41076703${serial++}`
  const sum = [...characters].reduce(
    (total, digit, index) => total + Number(digit) * (index % 2 === 1 ? 2 : 1),
    0
  )
  return `1Z${characters}${(10 - (sum % 10)) % 10}`
}
