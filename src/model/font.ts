import { z } from 'zod'
import { bilingual, line, type Text, text } from './scalar.ts'

const digest = text.regex(/^[0-9a-f]{64}$/, 'format/digest')
const face = text.regex(/^\d{1,3}$/, 'format/whole').transform(Number)
const chain = z.array(line).min(1, 'format/empty')

/** Chains of font keys, tried in order for each character; `fonts.yaml` holds one a role. */
export const fontRoles = z.record(
  z.string(),
  z.strictObject({
    regular: chain,
    bold: chain,
    /** Said by `doctor`: where the role is served by another one's font. */
    note: bilingual.optional(),
  }),
)
export type FontRoles = Readonly<
  Record<
    string,
    { readonly regular: readonly string[]; readonly bold: readonly string[]; readonly note?: Text | undefined }
  >
>

/** `fonts/fonts.yaml`: the only fonts that are used, so that the same input gives the same bytes on every machine. */
export const fontsSchema = z.strictObject({
  format: z.literal('juanzong/fonts@1', { error: 'format/version' }),
  files: z.array(
    z.strictObject({
      key: line,
      /** Name in the fonts folder of the product. */
      file: text,
      /** npm package and path inside it from which the build copies the file. */
      package: text,
      path: text,
      sha256: digest,
      licence: text,
      /** Licence text that ships beside the font. */
      licenceFile: text,
      licencePath: text,
      source: text,
    }),
  ),
  roles: fontRoles,
})

/** Role of `unit.yaml` for a font of rare characters: tried in every role, after all others. */
export const rareRole = 'rare'

/**
 * `fonts` of unit.yaml: role (`song`, `hei`, `fang`, `kai`, or `rare`) → the unit's own file, relative to unit.yaml, first in
 * its role. One file may stand under several roles; `face` counts the faces of a .ttc from 0.
 */
export const ownFonts = z.record(
  z.string(),
  z.strictObject({ file: text, sha256: digest.optional(), face: face.optional() }),
)
export type OwnFonts = z.output<typeof ownFonts>
