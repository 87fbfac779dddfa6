// What the scripts share: the one global `kb`, and the records that it works with. Nothing here is a page's.

type KbPair = [value: string, label: string];
type KbSpan = [from: number, to: number];
type KbFilters = { [facet: string]: string[] };
type KbState = { q: string; sort: string; filters: KbFilters };

// --- what Python gives (macros/site/scripts.py) -------------------------------------------------

interface KbGiven {
  aspects: KbPair[];
  progress: [status: string, label: string, meaning: string][];
  facets: { [facet: string]: string };
  kinds: { [kind: string]: string };
  reasons: { [field: string]: string };
  fields: { [field: string]: string };
  letters: { [letter: string]: string };
  prefixes: { [word: string]: string };
  said: [facet: string, value: string, texts: string[]][];
  verbs: string[];
  went: [status: string, before: string[], alone: string[]][];
  guide: string;
  table: { columns: [heading: string, width: number][]; linked: number[] };
  addresses: { list: string; rooms: string; search: string; manifest: string; entries: string; word: string; statements: string };
}

interface KbFile { file: string; bytes: number }

interface KbManifest {
  core: KbFile;
  words: KbFile;
  facets: KbFile | null;
  text: KbFile | null;
  pages: KbFile | null;
  parts: { folder: string; shards: number; chunks: number; chunk: number } | null;
  counts: { [kind: string]: number };
}

// --- the index in memory (core/records.js, core/rows.js) -----------------------------------------

interface KbFacetValues {
  topic: KbPair[];
  form: KbPair[];
  progress: KbPair[];
  level: KbPair[];
  figures: KbPair[];
  bodies: KbPair[];
  levels_of: number[];
  speeches_of: [organization: number, order: number, source?: string][];
  [facet: string]: any;
}

interface KbRecordAccount { speech: string; org: string; level: string; progress: string; figures: string[] }

interface KbRecord {
  id: string;
  kind: string;
  title: string;
  url: string;
  number: number;
  names: string[];
  // Field and text of each line of its body, once that is loaded.
  lines?: [field: string, text: string][];
  // The records that it inherits from, each with the field.
  from?: [number: number, field: string][];
  expansion?: string;
  // Of practices, once the facets are there:
  topics?: string[];
  form?: string;
  problems?: string[];
  added?: string;
  bodies?: number;
  accounts?: KbRecordAccount[];
  alternatives?: KbRecord[];
}

interface KbRows {
  texts: string[];
  fields: string[];
  holders: number[];
  starts: number[];
  parts: string[];
  length: number;
  add(holder: number, field: string, text: string): void;
  hay(): string;
  rowAt(place: number): number;
  each(word: string, visit: (row: number, place: number) => void): void;
  syllables(): { list: string[][]; bits: Uint32Array; second: Uint32Array };
  syllablesOf(row: number): string[];
  spoken(way: string): KbLetters;
  byPair(): Map<string, number[]>;
  byChar(): Map<string, number[]>;
}

interface KbIndex {
  records: KbRecord[];
  byId: Map<string, KbRecord>;
  names: KbRows;
  bodies: KbRows;
  lines: KbLines;
  lengths?: { seen: number; values: Float32Array };
  // The numbers of the first records of the bodies that are loaded.
  loaded: Set<number>;
  whole: boolean;
  // Whether the search words are there.
  worded: boolean;
  heirs: [number: number, field: string][][];
  facets: KbFacetValues | null;
  facetWords?: KbFacetWord[];
  // The same with the bodies of hand-written pages, once they were asked for.
  wide: KbIndex | null;
  list(kind: string): KbRecord[];
  numbered(i: number): string;
  speechName(id: string): string;
  addFacets(given: any): boolean;
  addWords(text: string): boolean;
  addBodies(first: number, text: string, whole?: boolean): boolean;
  addPages(first: number, text: string): boolean;
  addLines(column: any, shards: number): void;
}

// --- entries, as the API has them -----------------------------------------------------------------

interface KbFigure {
  label: string; state: string; state_label: string; bound_label: string | null; value: number | null; raw: string | null;
  members: string[]; at: string[]; at_labels: string[];
}

interface KbPoint { aspect: string | null; aspect_label: string | null; text: string; raw?: string | null; at: string[]; at_labels: string[] }

interface KbAccount {
  speech: string; speech_title: string; speech_label: string; order: number; organization: string; organization_label: string;
  level_label: string; source_label: string; name: string | null; at: string[]; at_labels: string[];
  progress: { status: string; status_label: string; cue: string | null; scope_label: string };
  points: KbPoint[]; figures: KbFigure[];
}

interface KbEntry {
  id: string; title: string; url: string; summary: string; aliases: string[]; form_label: string; topic_labels: string[];
  problem_labels: string[]; unsaid: string[]; added: string; accounts: KbAccount[];
  mentioned_by: { organization: string; organization_label: string; practice: string; title: string; url: string }[];
  related: { title: string; as_label: string }[];
  distinct_from: { title: string; why: string }[];
}

interface KbWordOptions { title: string; date: Date; broad?: boolean }

interface KbTableRow { texts: string[]; links: string[] }

interface KbTableOptions { site?: string; keeps?: ((entry: KbEntry, account: KbAccount) => boolean) | null; notes?: Map<string, string> | null }

interface KbWorkbook { title: string; date: Date; columns: [heading: string, width: number][]; linked: number[]; rows: KbTableRow[] }

// --- the one global -----------------------------------------------------------------------------

interface Kb {
  // The site's root as an address with a slash at its end (theme-scope.js).
  root: string;
  given: KbGiven;

  // core, on every page
  aspects(): [value: string | null, label: string][];
  meaning(status: string): string;
  unsaidText(record: any, unsaid: any): string;
  figureText(figure: KbFigure, place?: string): string;
  rhythmText(point: any): string;
  quoted(text: string): string;
  chineseDate(date: Date): string;
  shard(id: string, count: number): number;
  crc32(bytes: Uint8Array): number;
  zip(files: { name: string; data: string | Uint8Array }[], date: Date): Uint8Array<ArrayBuffer>;
  figureBrief(figure: KbFigure): string;
  amounts(account: KbAccount): KbFigure[];
  rhythmBrief(point: any): string;
  answer(entries: KbShownEntry[], library: string): { counted: string; judged: string; tally: [status: [string, string, string], count: number][] };
  folders: KbFolderChanges;
  folderTitle(folder: KbFolder, records: Map<string, any>): string;
  folderView(folder: KbFolder, records: Map<string, any>, options?: { library?: string; today?: string; notes?: boolean }): KbView;
  toldBy(account: KbShownAccount): [label: string, said: KbSaid[]][];
  folderLost(item: KbItem, gone: { [id: string]: { title: string; on: string; reason: string } }): string;
  folderTable(view: KbView, kind: string): KbFolderTable;
  memo(view: KbView, kind: string): KbBlock[];
  bySpeech(sources: KbShownSource[]): KbShownSource[][];
  memoEntry(entry: KbShownEntry, number: number): KbBlock[];
  hasOverview(view: KbView): boolean;
  memoNoOriginal: string;
  memoSigns(view: KbView, blocks: KbBlock[]): string;
  numeral(number: number): string;
  blocksHtml(blocks: KbBlock[], site: string): string;
  blocksText(blocks: KbBlock[]): string;
  word(blocks: KbBlock[], template: { [name: string]: string }, options: KbWordOptions): Uint8Array<ArrayBuffer>;
  csv(headings: string[], rows: string[][]): string;
  placeUrl(account: { speech: string }, at: string): string;
  table(entries: KbEntry[], options: KbTableOptions): KbTableRow[];
  csv(headings: string[], rows: string[][]): string;
  workbook(book: KbWorkbook): Uint8Array<ArrayBuffer>;
  state: {
    FACETS: string[];
    LONGEST: number;
    SORTS: string[];
    parse(search: string): KbState;
    format(state: { q: string; filters: KbFilters; sort?: string }): string;
    toggled(state: KbState, facet: string, value: string): KbState;
  };

  // core, once somebody searches
  fold: {
    (text: string): string;
    mapped(text: string): { text: string; from: number[] };
    learn(pairs: string): void;
    words(query: string): string[];
    typed(query: string, text: string): string;
  };
  pinyin: {
    SILENT: string;
    learn(table: { runs: string; more: string; words: { [word: string]: string } }): void;
    read(text: string): string[];
    slug(title: string): string;
    align(query: string, name: { text: string; syllables: string[] }, place: number): { end: number; whole: number; initial: number } | null;
    of(char: string): string;
    all(char: string): string[];
    valid(letters: string): boolean;
    syllable(letters: string): boolean;
  };
}
