/** The few names of WebAssembly that `engine.ts` uses; the `node` types of version 20 leave them out. */
declare namespace WebAssembly {
  type Module = object
  class Instance {
    constructor(module: Module, imports: object)
    readonly exports: object
  }
  class RuntimeError extends Error {}
  function compile(bytes: Uint8Array): Promise<Module>
}
