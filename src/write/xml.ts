/** Characters that XML 1.0 does not allow, and lone surrogates. */
const illegal = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu

/** Text that any XML reader takes: a character that XML cannot hold becomes 〓, as a missing glyph does on paper. */
export function legalXml(text: string): string {
  return text.replace(illegal, '〓')
}

export function escapeXml(text: string): string {
  return legalXml(text)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
