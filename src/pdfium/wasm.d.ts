/** The few names of WebAssembly that `engine.ts` uses; the `node` types of version 20 leave them out. */
declare namespace WebAssembly {
  interface Module {}
  class Instance {
    constructor(module: Module, imports: Imports)
    readonly exports: object
  }
  class RuntimeError extends Error {}
  interface Imports {
    readonly [module: string]: object
  }
  function compile(bytes: Uint8Array): Promise<Module>
}
