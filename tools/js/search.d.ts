// What the search is made of (docs/assets/javascripts/core), and what it gives to pages.

interface KbFound {
  index: KbIndex;
  score: Float32Array;
  row: Int32Array;
  kind: Uint8Array;
  rowsOf(number: number): KbRows | null;
  note(number: number, score: number, rows: KbRows | null, row: number): void;
  take(other: KbFound, number: number): void;
  noteName(row: number, own: number, share: number, sure: number): void;
  drop(least: number): void;
  nth(n: number): number;
}

// Names as they are said, in one string.
interface KbLetters {
  text: string;
  starts: number[];
  begins: Uint8Array;
  rowAt(place: number): number;
  end(row: number): number;
  whole(from: number, to: number): boolean;
  exactly(word: string, visit: (from: number, to: number) => void): void;
  nearly(word: string, visit: (from: number, to: number) => void): void;
  each(part: string, visit: (at: number) => void): void;
  met(word: string, at: number, from: number): number;
}

interface KbLines {
  shards: number;
  count(counts: number[], shards: number): void;
  holders(): ArrayLike<number>;
  of(pair: string): number[] | null;
  missing(pairs: string[]): string[];
  add(name: string, text: string): void;
  phrase(word: string): number[];
}

interface KbQuestionPair { text: string; at: number; names: number[]; lines: number[]; rarity: number; light: boolean; known: boolean }

interface KbQuestion {
  pairs: KbQuestionPair[];
  texts: { text: string; at: number }[];
  singles: string[];
  heavy: number;
  // What each record has of it, once it was asked.
  masks?: Int32Array;
  common(): number;
  telling: number;
  covered(mask: number): number;
  met(mask: number): Set<number>;
  weight(mask: number): number;
}

// What was read in a query as facets.
interface KbReading { facets: KbReadFacet[]; rest: string[] }

interface KbFacetWord { facet: string; text: string; values: [value: string, label: string][] }

// A question on its way through the search.
interface KbAsked {
  query: string; words: string[]; original?: string[]; index: KbIndex; limit?: number;
  keep(record: KbRecord): boolean;
  shown(record: KbRecord): boolean;
}

// --- searching (stable: other scripts rely on it) -------------------------------------------------

interface KbReason { field: string; label: string; text: string; spans: KbSpan[] }

interface KbHit {
  id: string;
  kind: string;
  title: string;
  // From the site's root.
  url: string;
  score: number;
  readonly why: KbReason | null;
}

interface KbReadFacet { facet: string; value: string; label: string; text: string }

type KbHits = KbHit[] & {
  total: number;
  partial: boolean;
  // How many of each kind, and how many there are of every kind, asked for or not.
  counts?: { [kind: string]: number };
  all?: number;
  // Whether some have every word.
  firm?: boolean;
  // Whether the first hit is a weak answer; words of the query, as they were typed, that no hit has, that hits have by
  // form or sound only, and that none says together.
  weak?: boolean;
  missed?: string[];
  near?: string[];
  apart?: string[];
  // The facet words read inside the query, and what is left of it.
  facets?: KbReadFacet[];
  rest?: string;
  // Facet words that nothing satisfies: the hits are those without them.
  without?: KbReadFacet[];
};

interface KbLoadedIndex {
  current: KbIndex | null;
  // Bodies that could still answer are on their way.
  pending?: boolean;
  start(given?: KbManifest): Promise<KbIndex>;
  narrow(): Promise<boolean>;
  prepare(query: string): Promise<boolean>;
  href(url: string): string;
}

interface Kb {
  Rows: { new (): KbRows; bit(word: string): number };
  Index: { new (core: any): KbIndex };
  match: {
    Found: { new (index: KbIndex): KbFound };
    literal(word: string, found: KbFound): void;
    linesOf(word: string, index: KbIndex): number[];
    told(word: string, found: KbFound): void;
    phrased(word: string, found: KbFound): void;
    foremost(numbers: number[], score: Float32Array, limit: number | undefined): number[];
  };
  slip: {
    slipped(word: string, found: KbFound): void;
    near(word: string, name: string, sounds?: string[]): { steps: number; from: number; length: number } | null;
  };
  spelling: {
    spelled(word: string, found: KbFound): void;
    near(word: string, text: string, syllables: string[]): KbSpan | null;
    apart(words: string[]): boolean;
    some(found: KbFound): boolean;
  };
  Letters: {
    new (texts: string[], syllables: string[][], way: string): KbLetters;
    southern(syllable: string): string;
    units(text: string, syllables: string[], way: string): string[];
    written(word: string, way: string): string;
  };
  Lines: { new (bodies: KbRows): KbLines; pairs(word: string): string[] };
  wording: { stretches(words: string[]): string[]; unwrapped(words: string[]): string[]; bare(word: string): string };
  Question: { new (words: string[], index: KbIndex): KbQuestion; bits(mask: number): number; matter(text: string): number };
  bm25(question: KbQuestion, index: KbIndex): { score: Float32Array; chars: Uint8Array };
  overlap: {
    (words: string[], found: KbFound): KbQuestion;
    row(question: KbQuestion, record: KbRecord, index: KbIndex): { worth: number; rows: KbRows | null; row: number };
  };
  passage: { (words: string[], found: KbFound): boolean; is(words: string[]): boolean; asked(words: string[], index: KbIndex): string[] };
  facetWords(index: KbIndex): KbFacetWord[];
  intent: { (query: string, index: KbIndex): KbReading | null; filters(facets: KbReadFacet[]): KbFilters };
  content(asked: KbAsked, numbers: number[], index: KbIndex, told: { firm: boolean; weak: boolean }): { missed: string[]; near: string[]; apart: string[] };
  narrowing(read: KbReading, asked: KbAsked, ways: {
    answer(asked: KbAsked): KbHits;
    records(records: KbRecord[], asked: KbAsked, filters: KbFilters): KbHits;
  }): KbHits | null;
  asked(query: string, index: KbIndex): string[];
  facets: {
    (records: KbRecord[], filters: KbFilters): { ids: string[]; counts: { [facet: string]: { [value: string]: number } } };
    filter(filters?: KbFilters): ((record: KbRecord) => boolean) | null;
    accountFilter(filters?: KbFilters): ((account: KbRecordAccount) => boolean) | null;
    NAMES: string[];
  };
  why: {
    (record: KbRecord, rows: KbRows, row: number, words: string[], pairs: string[]): KbReason;
    facet(named: KbFilters, index: KbIndex, record: KbRecord): KbReason;
  };
  nearest: {
    names(query: string, records: KbRecord[]): KbRecord[];
    ids(name: string, records: KbRecord[]): KbRecord[];
  };
  said: {
    LOOKING: string;
    JOINERS: string;
    EXCLUDED: string;
    named(text: string): string;
    of(query: string, hits: KbHits, looking: boolean): string;
    asksHowMuch(query: string): boolean;
    FURTHER: string;
    counted(hits: KbHits): string;
    chips(hits: KbHits): (KbReadFacet & { title: string })[];
    without(query: string, chip: KbReadFacet, hits: KbHits): string;
  };
  narrowed: {
    (state: KbState, index: KbIndex): { hits: KbHits | null; records: KbRecord[]; typed: KbReadFacet[]; filters: KbFilters; ids: string[] };
    toggled(state: KbState, facet: string, value: string, hits: KbHits | null): KbState;
  };
  search(query: string, options?: { filters?: KbFilters; kinds?: string[]; limit?: number; guide?: boolean }): KbHits;

  index: KbLoadedIndex;
}
