// 单位对单位 and 说哪里有错, as values.

interface KbSideRow { id: string; topic: string }
interface KbSides {
  a: any[][]; b: any[][]; both: any[][]; all: any[][];
  counts: { a: number; b: number; both: number; all: number };
}

interface KbCorrection {
  format: string; site_version: string; entry: string; field: string; account: string | null; now: string; should: string;
  where: string | { speech: string; at: string | null }; who: string; written: string;
}

interface Kb {
  sides(practices: { id: string; topics?: string[]; accounts?: { org: string }[] }[], a: string[], b: string[], topics: string[], mine?: Set<string> | null): KbSides;
  idsOf(groups: any[][]): string[];
  correction(given: {
    version: string; entry: string; statement: [string, string, string, string | null] | null; should: string; speech: string; at: string;
    cited: string; other: string; who: string; date: Date;
  }): KbCorrection;
  correctionText(correction: KbCorrection, shown: { library: string; kind: string; title: string; address: string; label: string; where: string }): string;
}
