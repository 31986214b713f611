import sharp, { type Sharp } from 'sharp'

/**
 * Decodes one picture of a HEIC (0-based, in the order of the file): sharp's build knows the container but not HEVC. It comes
 * upright, because the decoder turns it as `irot` and `imir` say; the EXIF orientation beside them says the same once more.
 * @throws Error when it cannot be decoded
 */
export async function decodeHeic(bytes: Uint8Array, page: number): Promise<Sharp> {
  const { default: decode } = await import('heic-decode')
  const pictures = await decode.all({ buffer: bytes })
  try {
    const picture = pictures[page]
    if (!picture) throw new Error(`picture ${page} of ${pictures.length}`)
    const { width, height, data } = await picture.decode()
    return sharp(data, { raw: { width, height, channels: 4 } })
  } finally {
    pictures.dispose()
  }
}
