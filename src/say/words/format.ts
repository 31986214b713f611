import { choiceWords } from './choices.ts'
import { diskWords } from './disk.ts'
import { shapeWords } from './shape.ts'
import type { Words } from './word.ts'
import { yamlWords } from './yaml.ts'

/** Words of `disk/` and of the parsers in `model/`. */
export const formatWords: Words = { ...shapeWords, ...choiceWords, ...yamlWords, ...diskWords }
