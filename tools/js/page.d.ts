// What the scripts of page/ add to `kb`, and the data that loaded scripts bring.

type KbChild = string | Node | null | undefined | false | KbChild[];

interface KbFinder {
  LOADING: string;
  index(): KbIndex | null;
  place(page: { show(problem: string): void; say(): void; wait(): void }): { find(query: string): void; looking(): boolean };
  typing(input: HTMLInputElement, typed: () => void): () => boolean;
  search(query: string, options?: { filters?: KbFilters; kinds?: string[]; limit?: number }): KbHits;
}

interface KbFolderTools { order: HTMLElement; bodies: HTMLElement | null; note: HTMLElement; noted: boolean; out: HTMLElement }

interface Kb {
  rooms(done: (problem: string) => void): void;
  bodiesDrawn(sides: KbSides, state: { a: string[]; b: string[]; view: string }, given: {
    records: Map<string, KbEntry>; topics: Map<string, string>; name(side: string): string; state: { a: string[]; b: string[]; view: string };
    stay: { layout: KbSides; before: KbSides } | null; ticked: ((id: string) => boolean) | null; tick(box: HTMLElement, id: string, on: boolean): void;
  }): Node[];
  loadScript(address: string, done: (ran: boolean) => void): void;
  loadScripts(addresses: string[], done: (complete: boolean, came: string[]) => void): void;
  entries(ids: string[], callback: (records: KbEntry[], problem: string) => void): void;
  entryId(id: string): string;
  entriesGone(): { [id: string]: { title: string; on: string; reason: string } };
  narrowLegend(legend: HTMLElement, rows: Element[]): void;
  legend(statuses: [status: string, label: string, meaning: string][]): HTMLElement;
  progress(status: string, label: string): HTMLElement;
  button(label: KbChild, run: (made: HTMLButtonElement) => void, looks?: string): HTMLButtonElement;
  masked(parent: Node, text: string): void;
  el<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: { [name: string]: string | boolean | null | undefined } | null, ...children: KbChild[]): HTMLElementTagNameMap[K];
  append(parent: Node, children: KbChild[]): void;
  empty(element: Node): void;
  mark(element: Element, spans: KbSpan[]): void;
  unmark(element: Element): void;
  excerpt(text: string, spans: KbSpan[], most: number): HTMLElement;
  afterPaint(run: () => void): void;
  say(element: Element | null, text: string, buttons?: HTMLElement[]): void;
  scrollStops(): void;
  copy(content: { text: string; html?: string }, done?: (copied: boolean) => void): void;
  wordTemplate(done: (problem: string) => void): void;
  download(blob: Blob, name: string): void;
  saveTable(ids: string[], options: KbTableOptions & { title: string; csv?: boolean }, done: (problem: string) => void): void;
  exportTable(ids: string[], options: KbTableOptions & { title: string; csv?: boolean }, button: HTMLButtonElement): void;
  folderRecords(folder: KbFolder, done: (records: Map<string, KbEntry>, problem: string) => void): void;
  folderShown(folder: KbFolder, records: Map<string, any>): KbView;
  saveWord(folder: KbFolder, kind: string, done: (problem: string) => void): void;
  exportWord(folder: KbFolder, kind: string, button: HTMLButtonElement): void;
  shelf: {
    state(): KbFolders;
    change(run: (state: KbFolders) => KbFolders): void;
    subscribe(changed: (state: KbFolders) => void): void;
    kept(): string;
    stored(): boolean;
    broken(): string;
    forgetBroken(): void;
    address(): string;
  };
  collect(keys: string[], titles: { [id: string]: string }, place?: Element | null): string;
  changeTold(change: KbChange): string;
  folderDrawn(view: KbView, kind: string, tools: (entry: KbShownEntry) => KbFolderTools | null): Node[];
  bodiesDrawn(sides: KbSides, state: { a: string[]; b: string[]; view: string }, given: {
    records: Map<string, KbEntry>; topics: Map<string, string>; name(side: string): string; state: { a: string[]; b: string[]; view: string };
    stay: { layout: KbSides; before: KbSides } | null; ticked: ((id: string) => boolean) | null; tick(box: HTMLElement, id: string, on: boolean): void;
  }): Node[];
  folderTools(page: any): (entry: KbShownEntry) => KbFolderTools;
  folderSide(host: HTMLElement, page: { say(text: string): void; renaming(): void; open(id: string): void }): void;
  saveFolderFile(list: KbFolder[], name: string, page: { say(text: string): void }): void;
  showPicked(parent: ParentNode): void;
  chosenForFolder(): string[];
  chosenAccounts(): string[];
  site(): string;
  permanent(address: string): string;
  copyText(text: string, button: HTMLElement, done: string): void;
  finder: KbFinder;
  searchbox: { open(from: HTMLInputElement | null): void; ask(query: string): void } | null;
  facetPanel(index: KbIndex, choose: (facet: string, value: string) => void): {
    element: DocumentFragment;
    chips(state: KbState): HTMLElement[];
    names(state: KbState): string[];
    described(state: KbState): string;
    update(state: KbState, counts: { [facet: string]: { [value: string]: number } }): void;
  };
  knownFacets(chosen: KbFilters, index: KbIndex): { filters: KbFilters; odd: string[] };
  listOrder(ids: string[], sort: string | undefined, index: KbIndex): string[];
  listRows(list: HTMLElement): {
    large: boolean;
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
