/** A file as a form field, in the form that Walmart's feeds take (RFC 7578). */
export interface FormFile {
  /** Letters, digits, `_`, `-` and `.`. */
  name: string
  /** JSON. */
  text: string
}

const BOUNDARY = "walmart-feed-4f1c2b9a7e"

/**
 * The body of a request with one file in the field `file`, and its content type. The text is JSON, so no line of it begins with the
 * boundary.
 */
export function multipartOf({ name, text }: FormFile): { body: string; contentType: string } {
  const head = `Content-Disposition: form-data; name="file"; filename="${name}"`
  const lines = [`--${BOUNDARY}`, head, "Content-Type: application/json", "", text]
  return {
    body: [...lines, `--${BOUNDARY}--`, ""].join("\r\n"),
    contentType: `multipart/form-data; boundary=${BOUNDARY}`,
  }
}
