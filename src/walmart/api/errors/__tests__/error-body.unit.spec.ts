import fc from "fast-check"
import { parseErrorBody, reasonGiven } from "../error-body"

const ENTRY = {
  code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
  field: "data",
  description: "The Line: 1 is in SHIPPED status",
  info: "Request content is invalid.",
  severity: "ERROR",
  category: "DATA",
  causes: [],
  errorIdentifiers: { entry: [] },
}
const READ = {
  code: "INVALID_REQUEST_CONTENT.GMP_ORDER_API",
  field: "data",
  description: "The Line: 1 is in SHIPPED status",
}

describe("parseErrorBody", () => {
  it.each([
    ["A", { errors: { error: [ENTRY] } }],
    ["A with a single object", { errors: { error: ENTRY } }],
    ["B", { error: [ENTRY] }],
    ["C", { errors: [{ ...ENTRY, description: undefined, message: ENTRY.description }] }],
    ["D in a list", { list: { errors: [ENTRY], elements: {} } }],
    ["D in inventory nodes", { nodes: [{ status: "Success" }, { errors: [ENTRY] }] }],
  ])("reads shape %s", (_, body) => {
    expect(parseErrorBody(JSON.stringify(body)).details).toEqual([READ])
  })

  it("reads shape E, XML", () => {
    const xml = `<?xml version="1.0"?><ns4:errors xmlns:ns4="http://x"><ns4:error><ns4:code>${READ.code}</ns4:code>
      <ns4:field>data</ns4:field><ns4:description>${READ.description}</ns4:description></ns4:error></ns4:errors>`
    expect(parseErrorBody(xml).details).toEqual([READ])
  })

  it.each([
    ["character data", `<description><![CDATA[${READ.description}]]></description>`],
    [
      "entities",
      `<description>${READ.description.replace("SHIPPED", "&quot;A&amp;B&quot;")}</description>`,
    ],
  ])("reads shape E with attributes and %s", (_, description) => {
    const xml = `<errors><error severity="ERROR"><code>${READ.code}</code><field>data</field>${description}</error></errors>`
    const [detail] = parseErrorBody(xml).details
    expect(detail).toMatchObject({ code: READ.code, field: "data" })
    expect(detail.description).toMatch(/^The Line: 1 is in (SHIPPED|"A&B") status$/)
  })

  it.each([
    ["D in a list, one level deeper", { list: { errors: { error: [ENTRY] } } }],
    ["D in inventory nodes, one level deeper", { nodes: [{ errors: { error: ENTRY } }] }],
  ])("reads shape %s", (_, body) => {
    expect(parseErrorBody(JSON.stringify(body)).details).toEqual([READ])
  })

  it.each([
    ["empty", "", null],
    ["HTML", "<html>\n<h1>502</h1></html>", "<html> <h1>502</h1></html>"],
    ["JSON without errors", "[1]", "[1]"],
  ])("finds no details in a body that is %s (shape F)", (_, body, snippet) => {
    expect(parseErrorBody(body)).toEqual({ details: [], snippet })
  })

  it("reads an OAuth error", () => {
    const body = '{"error":"invalid_client","error_description":"no such client"}'
    expect(parseErrorBody(body).details).toEqual([
      { code: "invalid_client", field: null, description: "no such client" },
    ])
  })

  it.each([
    [{ type: "about:blank", title: "Bad Request", status: 400, detail: "Line 1 is shipped" }],
    [{ code: "E.X", message: "Line 1 is shipped" }],
    [{ errorCode: "E.X", errorMessage: "Line 1 is shipped" }],
    [{ errors: [{ code: "E.X", message: "Line 1 is shipped" }] }],
    [{ errors: [{ pointer: "#/orderLines/0", detail: "Line 1 is shipped" }] }],
    [{ errors: { code: "E.X", message: "Line 1 is shipped" } }],
    [{ errors: "Line 1 is shipped" }],
    [{ errors: ["Line 1 is shipped"] }],
    [{ error: { code: 7, message: "Line 1 is shipped" } }],
    [{ error: "Bad Request", message: "Line 1 is shipped" }],
    [{ error: "invalid", error_description: "Line 1 is shipped" }],
    [{ message: ["Line 1 is shipped"] }],
    [{ fault: { faultstring: "Line 1 is shipped", detail: { errorcode: "x" } } }],
    [{ detail: [{ loc: ["body"], msg: "Line 1 is shipped" }] }],
    [{ title: "Not valid", "invalid-params": [{ name: "line", reason: "Line 1 is shipped" }] }],
    [{ title: "Not valid", violations: [{ field: "line", message: "Line 1 is shipped" }] }],
    [{ title: "Not valid", status: 400, details: [{ message: "Line 1 is shipped" }] }],
    [{ code: "E.X", details: "Line 1 is shipped" }],
    [{ errorCode: "E.X", errorDescription: "Line 1 is shipped" }],
    [{ error_code: "E.X", error_message: "Line 1 is shipped" }],
    [[{ code: "E.X", description: "Line 1 is shipped" }]],
    ["Line 1 is shipped"],
  ])("reads the words of %j", (body) => {
    expect(reasonGiven(parseErrorBody(JSON.stringify(body)))).toBe("Line 1 is shipped")
  })

  it.each([
    ["<html><head><title>Line 1</title></head><body>is shipped</body></html>", "Line 1 is shipped"],
    ["<h1>Line 1</h1> is shipped <script>var a = 1</script>", "Line 1 is shipped"],
    ["Line 1\n is shipped", "Line 1 is shipped"],
    ['{"words":"Line 1', '{"words":"Line 1'],
    [`{"errors":{"quantity":["must be positive"]}}`, "quantity: must be positive"],
  ])("finds words in %j", (body, words) => {
    expect(reasonGiven(parseErrorBody(body))).toBe(words)
  })

  it.each(["", "{}", "[]", "[1]", '{"errors":{"error":[]}}', "<html><h1>502</h1></html>"])(
    "finds no words in %j",
    (body) => {
      expect(reasonGiven(parseErrorBody(body))).toBeNull()
    }
  )

  it("adds the causes of an error", () => {
    const causes = [{ code: "C", field: "methodCode", description: "not supported" }]
    const { details } = parseErrorBody(JSON.stringify({ error: [{ ...ENTRY, causes }] }))
    expect(details).toEqual([
      READ,
      { code: "C", field: "methodCode", description: "not supported" },
    ])
  })

  it.each([null, {}, [], { entry: [] }])("is not disturbed by causes %j", (causes) => {
    expect(parseErrorBody(JSON.stringify({ error: [{ ...ENTRY, causes }] })).details).toEqual([
      READ,
    ])
  })

  it("falls back to info when there is no description", () => {
    const body = JSON.stringify({ error: [{ code: "U", description: "", info: "Unauthorized" }] })
    expect(parseErrorBody(body).details[0]?.description).toBe("Unauthorized")
  })

  it("keeps no more than 500 characters and 20 entries", () => {
    const body = JSON.stringify({ error: Array.from({ length: 100 }, () => ENTRY) })
    const { details, snippet } = parseErrorBody(body)
    expect(details).toHaveLength(20)
    expect(snippet).toHaveLength(500)
  })

  it("removes personal data, tokens and secrets from details and snippet", () => {
    const description = "Ann <ann@example.com> Bearer abc.def eyJhbGciOi.J9.x s3cret"
    const body = {
      error: [{ ...ENTRY, description }],
      postalAddress: { name: "Ann" },
      phone: "555",
      access_token: "abc",
    }
    for (const text of [
      JSON.stringify(body),
      `<error><description>${description}</description></error>`,
    ]) {
      const parsed = JSON.stringify(parseErrorBody(text, ["s3cret"]))
      expect(parsed).not.toMatch(/ann@|abc|eyJ|s3cret|555/)
    }
  })

  it("keeps nothing that no database can keep", () => {
    const error = [{ ...ENTRY, description: "a\u0000b \ud83d" }]
    expect(parseErrorBody(JSON.stringify({ error })).details[0].description).toBe("ab \ufffd")
  })

  it("shows nothing of a broken document that holds personal data", () => {
    const { snippet } = parseErrorBody('{"order":{"phone":"555","postalAddress":{"name":"Ann')
    expect(snippet).toMatch(/^\[\d+ characters of broken JSON/)
  })

  it.each(["customerAddress", "email"])("takes a cut %s for personal data too", (key) => {
    const { snippet } = parseErrorBody(`{"order":{"${key}":"1 Main St, Tr`)
    expect(snippet).toMatch(/^\[\d+ characters of broken JSON/)
  })

  it("throws for no text at all", () => {
    const text = fc.oneof(
      fc.string(),
      fc.json(),
      fc.jsonValue().map((errors) => JSON.stringify({ errors, error: errors, list: errors }))
    )
    fc.assert(fc.property(text, (body) => void parseErrorBody(body, ["x"])))
    expect(() => parseErrorBody("[".repeat(100_000) + "]".repeat(100_000))).not.toThrow()
  })
})
