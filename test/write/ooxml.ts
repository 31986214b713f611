import JSZip from 'jszip'
import { SaxesParser } from 'saxes'

/** An element of a part, without namespaces. */
export type Element = {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

/** Reads XML; anything ill-formed throws. */
export function treeOf(xml: string): Element {
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  const parser = new SaxesParser()
  parser.on('error', (reason) => {
    throw reason
  })
  parser.on('opentag', ({ name, attributes }) => {
    const element: Element = { name, attributes: attributes as Record<string, string>, children: [], text: '' }
    open.at(-1)?.children.push(element)
    open.push(element)
  })
  parser.on('text', (text) => {
    const last = open.at(-1)
    if (last) last.text += text
  })
  parser.on('closetag', () => {
    open.pop()
  })
  parser.write(xml).close()
  return root
}

export function all(element: Element, name: string): readonly Element[] {
  const own = element.name === name ? [element] : []
  return [...own, ...element.children.flatMap((child) => all(child, name))]
}

export function child(element: Element | undefined, name: string): Element | undefined {
  return element?.children.find((one) => one.name === name)
}

export function value(element: Element | undefined, name = 'w:val'): string | undefined {
  return element?.attributes[name]
}

/** Parts of a package as text, pictures left out. */
export async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const zip = await JSZip.loadAsync(bytes)
  const names = Object.keys(zip.files).filter((name) => /\.(?:xml|rels)$/.test(name))
  return new Map(
    await Promise.all(names.map(async (name) => [name, (await zip.file(name)?.async('string')) ?? ''] as const)),
  )
}

/** What Word insists on: elements in the order of the schema (ECMA-376 part 1, annex A), cells that end with a paragraph … */
export function faultsOf(xml: string): readonly string[] {
  return faultsIn(treeOf(xml))
}

/** Relationships, content types and numbers of a package that do not hold together. */
export async function packageFaults(bytes: Uint8Array): Promise<readonly string[]> {
  const zip = await JSZip.loadAsync(bytes)
  const parts = await partsOf(bytes)
  const types = treeOf(parts.get('[Content_Types].xml') ?? '')
  const overrides = all(types, 'Override').map((one) => value(one, 'PartName'))
  const endings = all(types, 'Default').map((one) => value(one, 'Extension'))
  const names = Object.keys(zip.files)
  const untyped = names
    .filter((name) => name !== '[Content_Types].xml' && !name.endsWith('/'))
    .filter((name) => !overrides.includes(`/${name}`) && !endings.includes(name.split('.').at(-1)))
  const absent = overrides.filter((name) => name !== undefined && !names.includes(name.slice(1)))
  return [
    ...untyped.map((name) => `${name} has no type`),
    ...absent.map((name) => `${name} is typed and not there`),
    ...[...parts].flatMap(([name, xml]) => linkFaults(name, xml, parts, names)),
  ]
}

// ---

const orders: Readonly<Record<string, string>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  'w:rPr':
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang eastAsianLayout specVanish oMath',
  'w:tblPr':
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd tblBorders shd tblLayout tblCellMar tblLook tblCaption tblDescription',
  'w:tcPr':
    'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark headers',
  'w:tblBorders': 'top left start bottom right end insideH insideV',
  'w:tcBorders': 'top start left bottom end right insideH insideV tl2br tr2bl',
  'w:tblCellMar': 'top start left bottom end right',
  'w:tcMar': 'top start left bottom end right',
  'w:sectPr':
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  'w:tbl': 'tblPr tblGrid tr',
  'w:tr': 'tblPrEx trPr tc',
  'w:settings':
    'writeProtection view zoom removePersonalInformation removeDateAndTime doNotDisplayPageBoundaries displayBackgroundShape printPostScriptOverText printFractionalCharacterWidth printFormsData embedTrueTypeFonts embedSystemFonts saveSubsetFonts saveFormsData mirrorMargins alignBordersAndEdges bordersDoNotSurroundHeader bordersDoNotSurroundFooter gutterAtTop hideSpellingErrors hideGrammaticalErrors activeWritingStyle proofState formsDesign attachedTemplate linkStyles stylePaneFormatFilter stylePaneSortMethod documentType mailMerge revisionView trackRevisions doNotTrackMoves doNotTrackFormatting documentProtection autoFormatOverride styleLockTheme styleLockQFSet defaultTabStop autoHyphenation consecutiveHyphenLimit hyphenationZone doNotHyphenateCaps showEnvelope summaryLength clickAndTypeStyle defaultTableStyle evenAndOddHeaders bookFoldRevPrinting bookFoldPrinting bookFoldPrintingSheets drawingGridHorizontalSpacing footnotePr endnotePr compat docVars rsids',
  'w:compat':
    'useSingleBorderforContiguousCells wpJustification noTabHangInd noLeading spaceForUL noColumnBalance balanceSingleByteDoubleByteWidth noExtraLineSpacing doNotLeaveBackslashAlone ulTrailSpace doNotExpandShiftReturn spacingInWholePoints lineWrapLikeWord6 printBodyTextBeforeHeader printColBlack wpSpaceWidth showBreaksInFrames subFontBySize suppressBottomSpacing suppressTopSpacing suppressSpacingAtTopOfPage suppressTopSpacingWP suppressSpBfAfterPgBrk swapBordersFacingPages convMailMergeEsc truncateFontHeightsLikeWP6 mwSmallCaps usePrinterMetrics doNotSuppressParagraphBorders wrapTrailSpaces footnoteLayoutLikeWW8 shapeLayoutLikeWW8 alignTablesRowByRow forgetLastTabAlignment adjustLineHeightInTable autoSpaceLikeWord95 noSpaceRaiseLower doNotUseHTMLParagraphAutoSpacing layoutRawTableWidth layoutTableRowsApart useWord97LineBreakRules doNotBreakWrappedTables doNotSnapToGridInCell selectFldWithFirstOrLastChar applyBreakingRules doNotWrapTextWithPunct doNotUseEastAsianBreakRules useWord2002TableStyleRules growAutofit useFELayout useNormalStyleForList doNotUseIndentAsNumberingTabStop useAltKinsokuLineBreakRules allowSpaceOfSameStyleInTable doNotSuppressIndentation doNotAutofitConstrainedTables autofitToFirstFixedWidthCell underlineTabInNumList displayHangulFixedWidth splitPgBreakAndParaMark doNotVertAlignCellWithSp doNotBreakConstrainedForcedTable doNotVertAlignInTxbx useAnsiKerningPairs cachedColBalance compatSetting',
}

function faultsIn(element: Element): readonly string[] {
  const own = [
    ...orderFaults(element),
    ...(element.name === 'w:tc' ? cellFaults(element) : []),
    ...(element.name === 'w:tbl' ? gridFaults(element) : []),
    ...(element.name === 'w:body' ? bodyFaults(element) : []),
  ]
  return [...own, ...element.children.flatMap(faultsIn)]
}

function orderFaults({ name, children }: Element): readonly string[] {
  const order = orders[name]?.split(' ').map((one) => `w:${one}`)
  if (!order) return []
  const places = children.map((one) => order.indexOf(one.name))
  return children.flatMap((one, i) => {
    const place = places[i] ?? 0
    if (place < 0) return [`${one.name} in ${name}`]
    return place < (places[i - 1] ?? 0) ? [`${one.name} after ${children[i - 1]?.name} in ${name}`] : []
  })
}

function cellFaults(cell: Element): readonly string[] {
  const ends = cell.children.at(-1)?.name === 'w:p'
  return [...(ends ? [] : ['a cell does not end with a paragraph']), ...(child(cell, 'w:tcPr') ? [] : ['no w:tcPr'])]
}

/** Spans cover the grid in every row, widths are those of their columns, and a merged cell goes on below its own first one. */
function gridFaults(table: Element): readonly string[] {
  const grid = (child(table, 'w:tblGrid')?.children ?? []).map((one) => Number(value(one, 'w:w')))
  let above: readonly (string | undefined)[] = []
  return table.children
    .filter((one) => one.name === 'w:tr')
    .flatMap((row, r) => {
      const faults: string[] = []
      const here: (string | undefined)[] = []
      for (const cell of row.children.filter((one) => one.name === 'w:tc')) {
        const span = Number(value(child(child(cell, 'w:tcPr'), 'w:gridSpan')) ?? 1)
        const width = Number(value(child(child(cell, 'w:tcPr'), 'w:tcW'), 'w:w'))
        const due = grid.slice(here.length, here.length + span).reduce((sum, one) => sum + one, 0)
        if (width !== due) faults.push(`row ${r}: a cell of ${width}, its columns ${due}`)
        const merge = child(child(cell, 'w:tcPr'), 'w:vMerge')
        const key = `${here.length}+${span}`
        const goesOn = merge !== undefined && value(merge) !== 'restart'
        if (goesOn && above[here.length] !== key) faults.push(`row ${r}: a merged cell without a first one`)
        for (let i = 0; i < span; i++) here.push(merge ? key : undefined)
      }
      if (here.length !== grid.length) faults.push(`row ${r} covers ${here.length} of ${grid.length} columns`)
      above = here
      return faults
    })
}

function bodyFaults({ children }: Element): readonly string[] {
  const touching = children.some((one, i) => one.name === 'w:tbl' && children[i + 1]?.name === 'w:tbl')
  return [
    ...(touching ? ['two tables touch'] : []),
    ...(children.at(-1)?.name === 'w:sectPr' && children.at(-2)?.name === 'w:p' ? [] : ['no paragraph at the end']),
  ]
}

function linkFaults(
  name: string,
  xml: string,
  parts: ReadonlyMap<string, string>,
  names: readonly string[],
): readonly string[] {
  const folder = name.replace(/[^/]*$/, '')
  if (name.endsWith('.rels')) {
    const base = folder.replace(/_rels\/$/, '')
    const links = all(treeOf(xml), 'Relationship')
    const ids = links.map((one) => value(one, 'Id'))
    const lost = links.map((one) => base + value(one, 'Target')).filter((target) => !names.includes(target))
    return [
      ...lost.map((target) => `${name}: no ${target}`),
      ...(new Set(ids).size === ids.length ? [] : [`${name}: an id twice`]),
    ]
  }
  const rels = treeOf(parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`) ?? '<none/>')
  const known = all(rels, 'Relationship').map((one) => value(one, 'Id'))
  const used = [...xml.matchAll(/ r:(?:id|embed)="([^"]*)"/g)].map((match) => match[1])
  const drawn = [...xml.matchAll(/<wp:docPr [^>]*id="(\d+)"/g)].map((match) => match[1])
  return [
    ...used.filter((id) => !known.includes(id)).map((id) => `${name}: no link ${id}`),
    ...(new Set(drawn).size === drawn.length ? [] : [`${name}: a picture's number twice`]),
  ]
}
