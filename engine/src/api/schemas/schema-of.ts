import { z } from '@hono/zod-openapi';

/** A type with everything in it read-only, as values are here. */
type Frozen<T> = T extends string | number | boolean | null | undefined
  ? T
  : { readonly [Key in keyof T]: Frozen<T[Key]> };

/** Whether two types take the same values. */
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;

/**
 * Gives a schema its name in the OpenAPI document, and the type that it describes. One that says anything else than
 * this type does not compile: `schemaOf<Count>()('Count', z.object({ value: z.string(), count: z.number() }))`.
 */
export function schemaOf<T>(): <Schema extends z.ZodType>(
  name: string,
  schema: Schema & (Same<Frozen<T>, Frozen<z.output<Schema>>> extends true ? unknown : 'says another type'),
) => z.ZodType<T, T> {
  return (name, schema) => (schema as z.ZodType).openapi(name) as unknown as z.ZodType<T, T>;
}
