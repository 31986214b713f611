/**
 * The public API: the line of DESIGN.md, one function a step, from plain data to plain data. Nothing here opens a socket;
 * files are touched by the `Disk` that is handed in, and by nothing else.
 */

// read: folders → plain data (the only code that opens files)

export { type Disk, memoryDisk, realDisk } from './disk/disk.ts'
export { type DossierFolder, readDossier } from './disk/dossier.ts'
export { type FontFiles, readFonts } from './disk/fonts.ts'
export { type LoadedProcedure, readProcedure } from './disk/procedure.ts'
export { readSample } from './disk/sample.ts'
export { jsonSchemas } from './disk/schemas.ts'
export { skeleton } from './disk/skeleton.ts'
export { readYaml } from './disk/yaml.ts'

// evidence: what every file is, by its content; PDFium is the one PDF reader. `openEvidence` opens files in a child process
// with limits, `openHere` in this one

export { openEvidence } from './commands/opening/opener.ts'
export { claims } from './evidence/claims.ts'
export { openHere } from './evidence/opener.ts'
export { readingPages } from './evidence/pages.ts'
export { sniff } from './evidence/sniff.ts'
export { survey } from './evidence/survey.ts'
export { openPdfium, type Pdfium } from './pdfium/pdfium.ts'

// check: facts and evidence against the rules of the procedure → findings

export { check, later } from './check/check.ts'
export { lintProcedure } from './check/lint.ts'
export { stageOf } from './check/stage.ts'

// fill → lay → write: template → sheet → pages and slots → bytes

export { fill } from './fill/fill.ts'
export { lintForms } from './fill/lint.ts'
export { lay } from './lay/lay.ts'
export { writeDocx } from './write/docx.ts'
export { type Fonts, openFonts } from './write/fonts.ts'
export { writePdf } from './write/pdf.ts'
export { startDrawing } from './write/pen.ts'

// bundle: order, contents, page numbers, manifests; and is it still what it was?

export { bag } from './bundle/bag.ts'
export { compose } from './bundle/compose.ts'
export { order } from './bundle/order.ts'
export { receiptOf, receiptText } from './bundle/receipt.ts'
export { verify } from './bundle/verify.ts'
export { zip } from './bundle/zip.ts'
export { openZip } from './bundle/zip-reader.ts'

// say: findings → 中文 / English on a terminal, as JSON, as HTML

export { html } from './say/html.ts'
export { findingsJson } from './say/json.ts'
export type { Report } from './say/report.ts'
export { type Sentence, sentence } from './say/say.ts'
export { terminal } from './say/terminal.ts'

// the command line as a function

export { main } from './cli.ts'
export type { Io } from './commands/settings.ts'

// model: the nouns (DESIGN 2) and their formats

export { type Entry, type Receipt, receiptSchema } from './model/bundle.ts'
export type { Case, Procedure } from './model/case.ts'
export { type Achievement, type Dossier, dossierSchema } from './model/dossier.ts'
export type { Claim, EvidenceFile, FileKind, Inventory } from './model/evidence.ts'
export {
  type Basis,
  type Exit,
  exits,
  type Finding,
  type Place,
  Refusal,
  type Severity,
  type Stage,
  severities,
  stages,
} from './model/finding.ts'
export { type Journal, type JournalEvent, journalSchema } from './model/journal.ts'
export { mask } from './model/mask.ts'
export type { Excerpt, Measured, Opener, Problem } from './model/opening.ts'
export type { Item, Laid, Measure, Page } from './model/page.ts'
export { type Field, fieldsSchema, kindsSchema, procedureSchema } from './model/procedure.ts'
export { documentsSchema, holidaysSchema, type Rule, rulesSchema } from './model/rule.ts'
export type { CivilDate, PartialDate, Text } from './model/scalar.ts'
export type { Sheet } from './model/sheet.ts'
export { type Slot, slotsSchema } from './model/slot.ts'
export { type Snapshot, snapshotSchema } from './model/snapshot.ts'
export { type Unit, unitSchema } from './model/unit.ts'
