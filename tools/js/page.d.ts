// What the scripts of page/ add to `kb`, and the data that loaded scripts bring.

type KbChild = string | Node | null | undefined | false | KbChild[];

interface KbFinder {
  LOADING: string;
  index(): KbIndex | null;
  find(query: string, show: (problem: string) => void, waiting?: () => void): void;
}

interface Kb {
  loadScript(address: string, done: (ran: boolean) => void): void;
  entries(ids: string[], callback: (records: KbEntry[], problem: string) => void): void;
  legend(records: any[]): HTMLElement;
  comparisonTable(comparison: KbComparison, root: string): HTMLTableElement;
  masked(parent: Node, text: string): void;
  el<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: { [name: string]: string | boolean | null | undefined } | null, ...children: KbChild[]): HTMLElementTagNameMap[K];
  append(parent: Node, children: KbChild[]): void;
  empty(element: Node): void;
  mark(element: Element, spans: KbSpan[]): void;
  unmark(element: Element): void;
  excerpt(text: string, spans: KbSpan[], most: number): HTMLElement;
  afterPaint(run: () => void): void;
  say(element: Element | null, text: string): void;
  copy(content: { text: string; html?: string }, done?: (copied: boolean) => void): void;
  copyTable(table: HTMLTableElement, done?: (copied: boolean) => void): void;
  tableText(table: HTMLTableElement): string;
  tableHtml(table: HTMLTableElement): string;
  wordTemplate(done: (problem: string) => void): void;
  download(blob: Blob, name: string): void;
  saveTable(ids: string[], options: KbTableOptions & { title: string }, done: (problem: string) => void): void;
  exportTable(ids: string[], options: KbTableOptions & { title: string }, button: HTMLButtonElement): void;
  saveWord(ids: string[], options?: KbWordOptions, done?: (problem: string) => void): void;
  picks: {
    MOST: number;
    given(parameter: string): string[];
    list(): string[];
    has(id: string): boolean;
    toggle(id: string): void;
    replace(ids: string[]): void;
    subscribe(changed: (ids: string[]) => void): void;
    address(ids: string[]): string;
  };
  showPicked(parent: ParentNode): void;
  chosenAccounts(): string[];
  site(): string;
  permanent(address: string): string;
  copyText(text: string, button: HTMLElement, done: string): void;
  exportWord(ids: string[], options: KbWordOptions, button: HTMLButtonElement): void;
  finder: KbFinder;
  facetPanel(index: KbIndex, choose: (facet: string, value: string) => void): {
    element: DocumentFragment;
    chips(state: KbState): HTMLElement[];
    names(state: KbState): string[];
    described(state: KbState): string;
    update(state: KbState, counts: { [facet: string]: { [value: string]: number } }): void;
  };
  listRows(list: HTMLElement): {
    ids: string[];
    show(ids: string[], why: (id: string) => KbReason | null, index: KbIndex, filters?: { [facet: string]: string[] }): void;
  };
}

interface Window {
  kb: Kb;
  KB_DATA: { [name: string]: any };
  // Material's own.
  __md_scope: URL;
  __md_hash(text: string): number;
  __md_get(key: string, storage?: Storage, place?: URL): any;
  __md_set(key: string, value: any, storage?: Storage, place?: URL): void;
}

// Our templates are HTML: what is looked for there is no SVG.
interface ParentNode {
  querySelector(selectors: string): HTMLElement | null;
  querySelectorAll(selectors: string): NodeListOf<HTMLElement>;
}

// What a reader clicks is an element; where a browser gives something else, the scripts ask first.
interface EventTarget { closest?: any }
