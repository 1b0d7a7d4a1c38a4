import { redactText } from "../redact"

it.each([
  ["a@foo.com", "[e-mail]"],
  ["Write to a.b+c@relay.walmart.com.", "Write to [e-mail]."],
  ["<a@foo.com>,b@bar.org", "<[e-mail]>,[e-mail]"],
  ["mailto:a@foo.com", "mailto:[e-mail]"],
  ["a@foo.com1@bar.com", "[e-mail]@bar.com"],
  ["no one @ home", "no one @ home"],
])("%j is kept as %j", (text, kept) => {
  expect(redactText(text)).toBe(kept)
})

it.each(["x", "x.", "x@", "@x.", "eyJ", "Basic ", "<a:"])(
  "a text of %j a hundred thousand times over takes no time",
  (part) => {
    const startedAt = performance.now()
    redactText(part.repeat(100_000))
    expect(performance.now() - startedAt).toBeLessThan(2_000)
  }
)
