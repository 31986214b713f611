import type { Metadata } from 'sharp'

/**
 * A picture as chat programs leave it: a JPEG without the camera's own notes, smaller than any phone takes. The name is what
 * tells which program it was; a screenshot has neither camera nor name.
 */
export function looksForwarded(header: Metadata): boolean {
  return header.format === 'jpeg' && Math.max(header.width, header.height) < smallestCamera && !hasCamera(header.exif)
}

/** Names that WeChat and QQ give: `mmexport1696…`, `微信图片_2024…`, `WeChat Image_…`, `wx_camera_…`, `QQ图片2024…`. */
export function isChatName(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return /^(mmexport\d{6,}|微信(图片|截图|照片)|wechat ?(image|img|photo)|wx_?camera|qq(图片|截图)\d)/i.test(
    name.normalize('NFKC'),
  )
}

// ---

/** Phones have taken 5 megapixels (2,592 × 1,944) and more since 2010. */
const smallestCamera = 2400

/** Make, model or time of exposure (TIFF 6.0 tags 271, 272; Exif 2.3 tag 36867) somewhere in the block. */
function hasCamera(exif: Buffer | undefined): boolean {
  if (!exif || exif.length < 14) return false
  const little = exif.includes('II*\0', 0, 'latin1')
  return [0x010f, 0x0110, 0x9003].some((tag) => {
    const bytes = Buffer.from(little ? [tag & 0xff, tag >> 8, 2, 0] : [tag >> 8, tag & 0xff, 0, 2])
    return exif.includes(bytes)
  })
}
