/**
 * The character that a private-use code point stood for in GBK as Windows and the fonts of its time encode it (rows A6, A8
 * and FE of code page 936); undefined for every other one, which each system has filled as it liked. The six beyond the BMP
 * follow GB 18030-2022, the rest any GB 18030 decoder.
 */
export function formerPrivateUse(codePoint: number): string | undefined {
  const known = rowFe[codePoint - 0xe815] ?? others.get(codePoint)
  return known === undefined ? undefined : String.fromCodePoint(known)
}

export function isPrivateUse(char: string): boolean {
  return /\p{Co}/u.test(char)
}

// ---

/** U+E815 to U+E864: FE50 to FEA0 without FE7F. */
const rowFe = (
  '2e81 20087 20089 200cc 2e84 3473 3447 2e88 2e8b 9fb4 359e 361a 360e 2e8c 2e97 396e 3918 9fb5 39cf 39df 3a73 ' +
  '39d0 9fb6 9fb7 3b4e 3c6e 3ce0 2ea7 215d7 9fb8 2eaa 4056 415f 2eae 4337 2eb3 2eb6 2eb7 2298f 43b1 43ac 2ebb ' +
  '43dd 44d6 4661 464c 9fb9 4723 4729 477c 478d 2eca 4947 497a 497d 4982 4983 4985 4986 499f 499b 49b7 49b6 ' +
  '9fba 241fe 4ca3 4c9f 4ca0 4ca1 4c77 4ca2 4d13 4d14 4d15 4d16 4d17 4d18 4d19 4dae 9fbb'
)
  .split(' ')
  .map((hex) => Number.parseInt(hex, 16))

/** Vertical punctuation of row A6, ḿ and ǹ of row A8. */
const others = new Map([
  [0xe78d, 0xfe10],
  [0xe78e, 0xfe12],
  [0xe78f, 0xfe11],
  [0xe790, 0xfe13],
  [0xe791, 0xfe14],
  [0xe792, 0xfe15],
  [0xe793, 0xfe16],
  [0xe794, 0xfe17],
  [0xe795, 0xfe18],
  [0xe796, 0xfe19],
  [0xe7c7, 0x1e3f],
  [0xe7c8, 0x01f9],
])
