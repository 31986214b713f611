import { type Verification, verify } from '../bundle/verify.ts'
import { type Disk, realDisk } from '../disk/disk.ts'
import { readYaml } from '../disk/yaml.ts'
import { type Receipt, receiptSchema } from '../model/bundle.ts'
import { type Exit, exits } from '../model/finding.ts'
import { print } from '../say/json.ts'
import { phrase } from '../say/phrase.ts'
import { sentence } from '../say/say.ts'
import { findingsText, nextLine } from '../say/terminal.ts'
import { progress } from './progress.ts'
import { withBag } from './readers.ts'
import { type Settings, terminalOf } from './settings.ts'

/**
 * `juanzong verify`: is a bundle what it was when it was made?
 * @returns 5 when something is changed, missing, unexpected or unsafe, or the receipt does not fit
 */
export async function verifyBundle(path: string, settings: Settings): Promise<Exit> {
  const doing = progress(settings)
  const disk = realDisk()
  const receipt = settings.receipt === undefined ? undefined : await readReceipt(disk, settings.receipt)
  doing.step('step.verify')
  const result = await withBag(disk, path, (bag) => verify(bag, receipt))
  doing.end()
  const failed = result.findings.some((finding) => finding.severity === 'error')
  settings.io.out(settings.json ? asJson(result, failed) : asText(result, failed, settings))
  return failed ? exits.verification : exits.fine
}

// ---

async function readReceipt(disk: Disk, path: string): Promise<Receipt> {
  return readYaml(receiptSchema, await disk.read(path), path)
}

function asJson(result: Verification, failed: boolean): string {
  const findings = result.findings.map((finding) => {
    const { code, severity, at, args } = finding
    const said = (lang: 'zh' | 'en') => {
      const { place, what, fix } = sentence(finding, { lang })
      return { place, what, fix }
    }
    return { code, severity, at, args, zh: said('zh'), en: said('en') }
  })
  return print({ format: 'juanzong/verification@1', verified: !failed, ...result, findings })
}

function asText(result: Verification, failed: boolean, settings: Settings): string {
  const { lang } = settings
  const facts = [
    phrase(failed ? 'verify.failed' : 'verify.fine', lang, { files: result.files, bytes: result.bytes }),
    phrase('verify.digest', lang, { digest: result.topDigest ?? phrase('absent', lang) }),
    phrase(`verify.receipt-${result.receipt}`, lang),
    ...(result.skipped.length ? [phrase('verify.skipped', lang, { names: result.skipped.join(' ') })] : []),
  ]
  const next = phrase(failed ? 'next.verify-failed' : 'next.verified', lang)
  return `${findingsText(result.findings, terminalOf(settings))}${facts.join('\n')}\n${nextLine(next, lang)}`
}
