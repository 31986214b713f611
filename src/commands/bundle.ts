import { type Exit, exits } from '../model/finding.ts'
import type { Settings } from './settings.ts'

export async function makeBundle(_folder: string | undefined, _settings: Settings): Promise<Exit> {
  return exits.fine
}
