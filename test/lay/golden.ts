import type { Item, Laid } from '../../src/model/page.ts'

const fonts: Readonly<Record<string, string>> = { song: '宋', hei: '黑', fang: '仿', kai: '楷' }

/** A laid form as text, one thing a line (`p1 28.0,37.0 宋12 姓名`), in reading order; lines and shapes after the texts. */
export function goldenOf(laid: Laid): string {
  const pages = laid.pages.flatMap((page) => {
    const named = page.items.map((item) => ({ ...keyOf(item), text: lineOf(item) }))
    const sorted = [...named].sort((a, b) => a.rank - b.rank || a.y - b.y || a.x - b.x || (a.text < b.text ? -1 : 1))
    return [`p${page.no} ${page.w}×${page.h}`, ...sorted.map((one) => `p${page.no} ${one.text}`)]
  })
  const slots = laid.slots.map((s) => `slot ${s.id} ${s.kind} p${s.page} ${mm(s.x)},${mm(s.y)} ${mm(s.w)}×${mm(s.h)}`)
  const marks = laid.bookmarks.map((b) => `bookmark ${b.level} p${b.page} ${mm(b.y)} ${b.title}`)
  return `${[...pages, ...slots, ...marks].join('\n')}\n`
}

// ---

function mm(value: number): string {
  return (Math.round(value * 10) / 10).toFixed(1)
}

function keyOf(item: Item) {
  const rank = item.kind === 'text' ? 0 : 1
  const y = Number(mm(item.kind === 'line' ? item.y1 : item.y))
  return { rank, y, x: item.kind === 'line' ? item.x1 : item.x }
}

function lineOf(item: Item): string {
  switch (item.kind) {
    case 'text': {
      const spacing = item.spacing ? ` +${mm(item.spacing)}` : ''
      const grey = item.grey ? ` grey${item.grey}` : ''
      return `${mm(item.x)},${mm(item.y)} ${fontOf(item.font)}${item.size}${spacing}${grey} ${item.text}`
    }
    case 'line':
      return `line ${mm(item.x1)},${mm(item.y1)} ${mm(item.x2)},${mm(item.y2)} ${item.width}`
    case 'circle':
      return `circle ${mm(item.x)},${mm(item.y)} r${mm(item.r)}`
    case 'rect':
      return `rect ${mm(item.x)},${mm(item.y)} ${mm(item.w)}×${mm(item.h)}`
    case 'tick':
      return `tick ${mm(item.x)},${mm(item.y)} ${item.state}`
    case 'image':
      return `image ${mm(item.x)},${mm(item.y)} ${mm(item.w)}×${mm(item.h)} ${item.alt}`
    case 'watermark':
      return `watermark ${mm(item.x)},${mm(item.y)} ${item.text}`
  }
}

function fontOf(font: string): string {
  const role = Object.keys(fonts).find((name) => font.startsWith(name))
  return role ? `${fonts[role]}${font.includes('bold') ? '粗' : ''}` : font
}
