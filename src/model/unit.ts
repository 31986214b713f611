import { z } from 'zod'
import { ownFonts } from './font.ts'
import { id, line, text, yesNo } from './scalar.ts'

/** `unit.yaml` in the folder above the dossiers: what every dossier of one unit shares (FORMATS 2). */
export const unitSchema = z.strictObject({
  format: z.literal('juanzong/unit@1', { error: 'format/version' }),
  /** Full legal name as on the seal. */
  name: line.optional(),
  /** 统一社会信用代码 */
  creditCode: line.optional(),
  /** Id of the procedure's `employerKinds`. */
  kind: id.optional(),
  /** body id of the procedure → full name as on its seal. */
  bodies: z.record(z.string(), line).optional(),
  posting: z
    .strictObject({
      places: z.array(line).optional(),
      officePlatform: line.optional(),
      /** 监督电话: an office line, printed on the sheet */ supervision: line.optional(),
    })
    .optional(),
  /** Unit asks for foreign language or computer tests (二(二)). */
  requires: z.strictObject({ foreignLanguage: yesNo.optional(), computer: yesNo.optional() }).optional(),
  fonts: ownFonts.optional(),
  defaults: z.record(z.string(), text).optional(),
})
export type Unit = z.output<typeof unitSchema>
