// The answers as the library writes them: docs/json.md says what each key means.
export type Id = string;
export type Package = Record<Id, Id>;

export interface Party { id: Id; name: string; role: string }
export interface Option { id: Id; title: string }
export interface Issue { id: Id; title: string; decided_by: Id | null; options: Option[] }
export interface Cell { party: Id; issue: Id; red_lines: Id[]; statements: Id[] }
export interface RedLine {
  id: Id; party: Id; holds: string | null; firmness: "firm" | "unclear"; because: Id[]; counts: boolean;
}
export interface Span { start: number; end: number }
export interface Statement {
  id: Id; party: Id; speaker: string | null; act: string; about: string | null; topic: string | null;
  strength: string | null; if: string | null; source: Id | null; date: string | null; quote: string | null;
  places: Span[]; counts: boolean; replaces: Id | null; replaced_by: Id | null;
}
export interface Source { id: Id; title: string | null; date: string | null; grade: string }
export interface Show {
  case: string; as_of: string | null; parties: Party[]; issues: Issue[]; cells: Cell[];
  red_lines: RedLine[]; statements: Statement[]; sources: Source[];
}
export interface Incomplete { part: string; why: string }
export interface Zone {
  verdict: "some" | "none" | "unknown"; packages: string; feasible: string | null; agreements: string | null;
  witnesses: Package[]; shares: Record<Id, Record<Id, number>>;
  blocking: { red_lines: Id[] }[]; concessions: { red_lines: Id[]; opens: string | null }[];
  readings: {
    unclear: Id[]; total: string | null; with_agreement: string | null;
    decisive: { red_line: Id; share: number }[] | null;
  };
  table?: { parties: Id[]; crossed: { party: Id; red_lines: Id[]; by: "every" | "some" }[] };
  contradiction?: { link: number; rule: string }[];
  engine: string; complete: boolean; incomplete: Incomplete[];
}
export interface Share { share: number; error: number }
export interface Point {
  package: Package; count: string | null; values: Record<Id, number>; rational: boolean; broken?: Id[];
  robust?: {
    necessarily_efficient: boolean | null; possibly_efficient: boolean | null;
    efficient: Share; rational: Share; accepts: Record<Id, Share>; picked?: Record<string, Share>;
  };
}
export interface Deals {
  considered: "zone" | "fewest_broken" | "feasible"; packages: string | null; fewest_broken?: number;
  parties: { id: Id; values: "exact" | "estimate" | "ranks" | "nothing"; no_deal: number | null; no_deal_given: boolean }[];
  frontier: { size: number; complete: boolean; listed: boolean; points: Point[] };
  solutions: Record<string, { package: Package; values: Record<Id, number> }[]>;
  estimated: boolean; sample_count: number; complete: boolean; incomplete: Incomplete[];
}
export interface Judge {
  package: Package; completed: Id[]; feasible: boolean; broken_links: { link: number; rule: string }[];
  consents: boolean; parties: Record<Id, { consents: boolean; broken: { red_line: Id; statements: Id[] }[] }>;
  nearest: { package: Package; changes: { issue: Id; from: Id; to: Id }[] } | null;
  complete: boolean; incomplete: Incomplete[];
}
export interface Preference {
  party: Id; importance: Id[][][]; orders: Record<Id, Id[][][]>; values: Record<Id, Record<Id, string>>;
  priorities: string[]; ranked: boolean;
}
export interface About {
  as_of: string | null; consent: string; consenting: Id[];
  says: { red_lines: Record<Id, string | null>; statements: Record<Id, { about: string | null; if: string | null }> };
  opens: (Package | null)[]; links: { rule: string; says: string; why: string | null }[];
  preferences: Preference[]; assumptions: { id: Id; says: string }[];
  review: { what: string; why: string; statements: Id[] }[];
  sources: { id: Id; file: string | null; grade_given: boolean; sha256: string; words: { start: number; text: string }[] }[];
}
export interface Remark { file: string; line: number; message: string; hint: string | null }
export type Code = number | string; // of a state; beyond what numbers keep exactly, a text
export interface Stable {
  state_count: number; parties: { id: Id; preferences: string; moves: boolean }[]; states: { code: Code; package: Package; same?: Code[] }[];
  counts: Record<string, number>; equilibria: Record<string, Code[]>; status_quo: Code | null;
  graph: {
    states: { code: Code; package: Package }[]; whole: boolean;
    moves: { party: Id; from: Code; to: Code; gain: boolean }[];
  } | null;
  stable?: Record<Id, Record<string, Code[]>>; complete: boolean; incomplete: Incomplete[];
}
export interface Unknown {
  kind: "red_line" | "options" | "importance" | "no_deal"; party: Id; red_line?: Id; issue?: Id; options?: Id[];
  issues?: Id[]; package?: Package;
  expected: { verdict: number | null; efficient: number | null; pick: number | null };
}
export interface Ask { unknowns: Unknown[]; sample: { count: number; noise: number }; incomplete: Incomplete[] }
export interface Brief {
  tool: { version: string }; case: string; as_of: string | null; workbench?: boolean;
  question: { as_of: string | null; assume: string[]; drop: Id[]; table: Id[] };
  about: About; show: Show; zone: Zone; deals?: Deals; stable?: Stable; ask?: Ask; check: { warnings: Remark[]; notes: Remark[]; incomplete: Incomplete[] };
  complete: boolean;
}
