/** What is used of heic-decode, which ships no types. Sizes are those of the upright picture: `irot` and `imir` are applied. */
declare module 'heic-decode' {
  type Decoded = { readonly width: number; readonly height: number; readonly data: Uint8ClampedArray }
  type Picture = { readonly width: number; readonly height: number; decode(): Promise<Decoded> }
  const decode: {
    all(given: { readonly buffer: Uint8Array }): Promise<readonly Picture[] & { dispose(): void }>
  }
  export default decode
}
