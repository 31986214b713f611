import { type Finding, type Severity, severities } from '../model/finding.ts'
import { style } from './html-style.ts'
import { inLang, type Lang, phrase } from './phrase.ts'
import { counts, nextFacts, type Report, sentences, todos } from './report.ts'
import type { Sentence } from './say.ts'
import { name } from './terminal.ts'

/**
 * The report as one file that opens without a network: no script, no font, no picture from anywhere, which its
 * Content-Security-Policy also forbids. Prints on A4.
 */
export function html(report: Report, lang: Lang): string {
  const title = phrase('report.title', lang)
  return [
    '<!doctype html>',
    `<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="referrer" content="no-referrer">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    '<main>',
    ...head(report, lang),
    ...tally(report, lang),
    ...(report.findings.length ? [] : [`<p class="none">${escaped(phrase('report.none', lang))}</p>`]),
    ...severities.flatMap((severity) => section(report, severity, lang)),
    ...next(report, lang),
    ...later(report, lang),
    `<footer>${escaped(phrase('report.foot', lang))}</footer>`,
    '</main>',
    '</body>',
    '</html>',
    '',
  ].join('\n')
}

/** Text as HTML text or attribute value. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, ' ')
    .replace(/[&<>"']/g, (character) => `&#${character.codePointAt(0)};`)
}

// ---

function head(report: Report, lang: Lang): string[] {
  const { file } = report.procedure
  const rows: readonly (readonly [string, string])[] = [
    [phrase('report.applicant', lang), report.dossier?.person?.name ?? phrase('absent', lang)],
    [phrase('report.as-of', lang), report.asOf],
    [phrase('report.notice', lang), `${file.notice.number} ${inLang(file.notice.title, lang)}`],
    [phrase('report.version', lang), `${file.id} ${file.version}`],
    [phrase('report.stage', lang), phrase(`stage.${report.stage}`, lang)],
  ]
  const sample = report.dossier?.sample ? [`<p class="sample">${escaped(phrase('report.sample', lang))}</p>`] : []
  return [
    '<header>',
    `<p class="over">${escaped(phrase('report.subtitle', lang, { procedure: inLang(file.title, lang) }))}</p>`,
    `<h1>${escaped(phrase('report.title', lang))}</h1>`,
    ...sample,
    '<dl>',
    ...rows.map(([label, value]) => `<div><dt>${escaped(label)}</dt><dd>${escaped(value)}</dd></div>`),
    '</dl>',
    '</header>',
  ]
}

function tally(report: Report, lang: Lang): string[] {
  const count = counts(report.findings)
  return [
    '<ul class="tally">',
    ...severities.map(
      (severity) => `<li class="${severity}"><b>${count[severity]}</b> ${escaped(name(severity, lang))}</li>`,
    ),
    '</ul>',
  ]
}

function section(report: Report, severity: Severity, lang: Lang): string[] {
  const found = report.findings.filter((finding) => finding.severity === severity)
  if (found.length === 0) return []
  return [
    `<section class="${severity}">`,
    `<h2>${escaped(phrase('count', lang, { severity: name(severity, lang), count: found.length }))}<small>${escaped(phrase(`severity-means.${severity}`, lang))}</small></h2>`,
    ...table(report, found, lang),
    '</section>',
  ]
}

function table(report: Report, found: readonly Finding[], lang: Lang): string[] {
  const heads = (['report.no', 'report.place', 'report.what', 'report.fix', 'report.basis'] as const).map(
    (key) => `<th scope="col">${escaped(phrase(key, lang))}</th>`,
  )
  const rows = sentences(report, found, lang).map((said, index) => row(said, index, lang))
  return ['<table>', `<thead><tr>${heads.join('')}</tr></thead>`, '<tbody>', ...rows, '</tbody>', '</table>']
}

function row(said: Sentence, index: number, lang: Lang): string {
  const other = said.otherReading
    ? `<p class="other">${escaped(phrase('other-reading', lang, { text: said.otherReading }))}</p>`
    : ''
  const mark = said.verified ? '' : ` <span class="mark">${escaped(phrase('unverified', lang))}</span>`
  const cells = [
    `<td class="no">${index + 1}</td>`,
    `<td class="place">${escaped(said.place || phrase('place.whole', lang))}</td>`,
    `<td>${escaped(said.what)}${other}</td>`,
    `<td>${escaped(said.fix)}</td>`,
    `<td class="basis">${escaped(said.basis)}${mark}</td>`,
  ]
  return `<tr>${cells.join('')}</tr>`
}

function next(report: Report, lang: Lang): string[] {
  const all = nextFacts(report, lang)
  if (all.length === 0) return []
  const heads = (['report.no', 'report.place', 'report.path', 'report.settles'] as const).map(
    (key) => `<th scope="col">${escaped(phrase(key, lang))}</th>`,
  )
  const rows = all.map(
    ({ place, where, count }, index) =>
      `<tr><td class="no">${index + 1}</td><td>${escaped(place)}</td><td>${escaped(where)}</td><td>${count}</td></tr>`,
  )
  return [
    '<section class="next">',
    `<h2>${escaped(phrase('next-facts', lang, { count: all.length }))}</h2>`,
    `<table><thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody></table>`,
    '</section>',
  ]
}

function later(report: Report, lang: Lang): string[] {
  if (report.later.length === 0) return []
  const items = todos(report, lang).map(
    (said) =>
      `<li><span class="stage">${escaped(phrase(`stage.${said.stage}`, lang))}</span> ${escaped(said.fix)}</li>`,
  )
  return [
    '<section class="later">',
    `<h2>${escaped(phrase('later', lang, { count: report.later.length }))}</h2>`,
    `<ul>${items.join('\n')}</ul>`,
    '</section>',
  ]
}
