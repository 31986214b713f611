import JSZip from 'jszip'

/** Parts of a Word file in their order, each as text or as it is. */
export type Parts = readonly (readonly [name: string, body: string | Uint8Array])[]

/** Writes a package without anything of the moment: ZIP times of 1980, no folders. Same parts, same bytes. */
export async function zipParts(parts: Parts): Promise<Uint8Array> {
  const zip = new JSZip()
  const date = new Date(Date.UTC(1980, 0, 1))
  for (const [name, body] of parts) zip.file(name, body, { date, createFolders: false })
  return zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  })
}

/** Opens a package: names of its parts in order, `[Content_Types].xml` first. */
export async function openParts(bytes: Uint8Array) {
  const zip = await JSZip.loadAsync(bytes)
  const first = '[Content_Types].xml'
  const names = Object.keys(zip.files).filter((name) => !zip.files[name]?.dir && name !== first)
  const part = (name: string) => {
    const found = zip.file(name)
    if (!found) throw new Error(`docx without ${name}`)
    return found
  }
  return {
    names: [first, ...names],
    text: (name: string): Promise<string> => part(name).async('string'),
    bytes: (name: string): Promise<Uint8Array> => part(name).async('uint8array'),
  }
}
