import { fillBlank } from '../fill/blank.ts'
import { isBlank } from '../model/blank.ts'
import { writeBlank } from '../write/docx-blank.ts'
import type { Drawn } from './drawn.ts'
import { isPosted, versionsOf, wantedForms } from './forms.ts'
import type { Loaded } from './load.ts'
import type { NewFile } from './payload.ts'
import { refusePrivateFile } from './private.ts'

/**
 * Official Word blanks with the facts in them: Word files only, because nobody but Word knows their pages.
 * @param folder where they lie, with `/` at its end
 * @throws Refusal `forms/…`
 */
export async function blankFiles(
  loaded: Loaded,
  { profile, mark }: Pick<Drawn, 'profile' | 'mark'>,
  folder = '',
): Promise<NewFile[]> {
  const { case: c } = loaded
  const files: NewFile[] = []
  for (const form of wantedForms(c, profile).filter(isBlank)) {
    const blank = c.procedure.blanks[form.id]
    if (!blank) throw new Error(`blank ${form.id} was not read`)
    for (const { version, name, extra } of versionsOf(form, c, profile)) {
      const file: NewFile = [`${folder}${name}.docx`, await writeBlank(blank, fillBlank(form.id, c, extra), mark)]
      if (isPosted({ form, version })) await refusePrivateFile(file, loaded)
      files.push(file)
    }
  }
  return files
}
