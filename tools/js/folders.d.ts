// 材料夹: the folders as values, and what is shown of one, whatever shows it.

// --- folders (core/folders.js) and what is shown of one (core/folder-view.js) ----------------------

interface KbItem { id: string; title: string; speeches: string[] | null; note: string; since?: string }
interface KbFolder { id: string; name: string; title: string; date: string; line: string; notes: boolean; items: KbItem[]; begun?: boolean; parts?: KbPart[] }
// A part of a page that is exported as it stands there: its heading, and the practices under it.
interface KbPart { title: string; ids: string[] }
interface KbFolders { version: number; current: string; next: number; folders: KbFolder[] }

interface KbPlace { label: string; url: string; mark: number }
interface KbSaid { aspect: string | null; label: string; text: string; at: KbPlace[] }

interface KbShownAccount {
  body: string; organization: string; speech: string; name: string; url: string; status: string; status_label: string; cue: string;
  at: KbPlace[]; several: boolean; points: KbSaid[]; figures: KbSaid[]; aspects: (string | null)[]; silent: KbSaid[];
}

interface KbChange { on: string; what: string }

interface KbShownEntry {
  changed: KbChange[];
  id: string; title: string; url: string; number: number; summary: string; note: string; whole: boolean; unsaid: string[]; open: string[];
  bodies: { speech: string; label: string; name: string; chosen: boolean }[];
  accounts: KbShownAccount[];
}

interface KbShownSource { mark: number; body: string; title: string; label: string; url: string; source: string }

interface KbView {
  title: string; date: string; line: string; library: string; parts: KbPart[]; counted: string; judged: string;
  entries: KbShownEntry[]; sources: KbShownSource[]; statuses: [status: string, label: string, meaning: string][];
}

interface KbCellLine { label: string; text: string; note?: string; at: KbPlace[]; url?: string; status?: string; further?: boolean }

interface KbFolderTable {
  kind: string;
  columns: { name: string; label: string; width: number }[];
  groups: { entry: KbShownEntry; rows: KbCellLine[][][]; foot: { label: string; text: string }[] }[];
  folded: string[];
}

interface KbRun { text: string; bold?: boolean; marks?: number[] }
interface KbBlock { kind: string; runs: KbRun[]; table?: KbFolderTable }

// What a file has that there is no room for.
interface KbFolderCut { folders: number; items: number; odd: number; texts: number }

interface KbFolderChanges {
  VERSION: number;
  MOST: number;
  MOST_ITEMS: number;
  // The name of a folder that is begun on the whole list.
  PLAIN: string;
  // Whether its name says nothing of what it is about.
  unnamed(folder: KbFolder): boolean;
  LONGEST: { name: number; title: number; date: number; line: number; note: number };
  empty(): KbFolders;
  parse(stored: string | null): { state: KbFolders; broken: boolean };
  takeOver(state: KbFolders, stored: string | null): KbFolders;
  current(state: KbFolders): KbFolder | null;
  byId(state: KbFolders, id: string): KbFolder | null;
  create(state: KbFolders, name: string): KbFolders;
  begin(state: KbFolders, name: string): KbFolders;
  copy(state: KbFolders, id: string): KbFolders;
  drop(state: KbFolders, id: string): KbFolders;
  use(state: KbFolders, id: string): KbFolders;
  describe(state: KbFolders, id: string, given: { name?: string; title?: string; date?: string; line?: string; notes?: boolean }): KbFolders;
  restore(state: KbFolders, was: KbFolder, place: number): KbFolders;
  split(key: string): { id: string; speech: string | null };
  has(state: KbFolders, key: string): boolean;
  add(state: KbFolders, keys: string[], name: string, titles?: { [id: string]: string }): { state: KbFolders; added: number; left: number };
  remove(state: KbFolders, key: string, all?: string[]): KbFolders;
  setItem(state: KbFolders, folder: string, id: string, given: { note?: string; speeches?: string[] | null; title?: string }): KbFolders;
  dated(state: KbFolders, day: string): KbFolders;
  move(state: KbFolders, folder: string, id: string, by: number): KbFolders;
  apart(state: KbFolders, was: KbFolder, keys: string[], name: string, titles?: { [id: string]: string }): KbFolders;
  clear(state: KbFolders, id: string): KbFolders;
  put(state: KbFolders, value: any): KbFolders;
  taken(value: any, id: string): KbFolder | null;
  parsed(stored: string): any;
  valid(id: any): boolean;
  made(name: string, keys: string[]): KbFolder;
  file(folders: KbFolder[]): string;
  fromFile(content: string): { folders: KbFolder[]; problem: string; cut: KbFolderCut };
  brought(found: { cut: KbFolderCut }, merged: { added: number; same: number; left: number }): string;
  merge(state: KbFolders, folders: KbFolder[]): { state: KbFolders; added: number; same: number; left: number };
  query(folder: KbFolder, withNotes: boolean): string;
  fromQuery(search: string): KbFolder | null;
}
