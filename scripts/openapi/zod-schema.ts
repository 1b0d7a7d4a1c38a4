import { z } from "@medusajs/framework/zod"

/** A schema of OpenAPI 3.1, which is JSON Schema. */
export type JsonSchema = Record<string, unknown>

/** What a field is once it was read; what cannot be said in JSON Schema, such as a check of its own, is left out. */
export function schemaOfField(field: z.ZodType): JsonSchema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(field, {
    io: "output",
    unrepresentable: "any",
  })
  return schema
}

/** A field that may be left out. */
export function isOptional(field: z.ZodType): boolean {
  return field.safeParse(undefined).success
}

/** Fields of an object with their schemas. */
export function fieldsOf(object: z.ZodObject): [string, z.ZodType][] {
  return Object.entries(object.shape) as [string, z.ZodType][]
}

/** The body of a request. */
export function bodySchema(object: z.ZodObject): JsonSchema {
  const fields = fieldsOf(object)
  const required = fields.filter(([, field]) => !isOptional(field)).map(([name]) => name)
  return {
    type: "object",
    properties: Object.fromEntries(fields.map(([name, field]) => [name, schemaOfField(field)])),
    ...(required.length > 0 ? { required } : {}),
    additionalProperties: false,
  }
}
