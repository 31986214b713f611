import { z } from 'zod'
import { dossierSchema } from '../model/dossier.ts'
import { journalSchema } from '../model/journal.ts'
import { fieldsSchema, kindsSchema, procedureSchema } from '../model/procedure.ts'
import { documentsSchema, holidaysSchema, rulesSchema } from '../model/rule.ts'
import { runSchema } from '../model/run.ts'
import { slotsSchema } from '../model/slot.ts'
import { snapshotSchema } from '../model/snapshot.ts'
import { unitSchema } from '../model/unit.ts'

/**
 * JSON Schemas of every file of ours, for editors: what they complete and underline while somebody types. They are looser
 * than the parsers (an 18-digit number without quotes is right to us and a number to an editor).
 */
export function jsonSchemas(): Readonly<Record<string, object>> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, jsonSchema(name, schema)]))
}

// ---

const schemas = {
  dossier: dossierSchema,
  journal: journalSchema,
  unit: unitSchema,
  snapshot: snapshotSchema,
  procedure: procedureSchema,
  fields: fieldsSchema,
  evidence: kindsSchema,
  rules: rulesSchema,
  slots: slotsSchema,
  run: runSchema,
  holidays: holidaysSchema,
  documents: documentsSchema,
} satisfies Record<string, z.ZodType>

function jsonSchema(name: string, schema: z.ZodType): object {
  const made = z.toJSONSchema(schema, {
    io: 'input',
    unrepresentable: 'any',
    override: ({ jsonSchema: one }) => loosen(one),
  })
  return { ...made, title: `juanzong/${name}@1` }
}

/** What YAML editors take for a number, a truth value or nothing is text to us. */
function loosen(one: z.core.JSONSchema.BaseSchema): void {
  if (one.type === 'string') one.type = ['string', 'number', 'boolean', 'null'] as unknown as 'string'
}
