// All that core/ may use besides the language: it runs in a page, in a worker, in Node alike.

declare const window: { kb: Kb };
declare class TextDecoder { constructor(encoding?: string); decode(bytes: Uint8Array): string }
declare class TextEncoder { encode(text: string): Uint8Array<ArrayBuffer> }
declare class URLSearchParams { constructor(search: string); get(name: string): string | null; getAll(name: string): string[] }
