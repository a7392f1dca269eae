// Numbers, dates and lists in words, as the command says them.
import type { Brief, Id, Incomplete, Issue, Package } from "./types";

const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September",
  "October", "November", "December"];

export function date(text: string | null): string {
  const found = /^(\d+)-(\d\d)-(\d\d)$/.exec(text ?? "");
  return found ? `${Number(found[3])} ${MONTHS[Number(found[2]) - 1]} ${found[1]}` : "without a date";
}

/** Decimal digits with narrow blanks between groups of three; long ones rounded. */
export function number(digits: string | number | null): string {
  if (digits === null) return "not counted";
  const text = String(digits);
  if (!/^\d+$/.test(text) || text.length < 5) return text;
  if (text.length > 21) return `about ${text[0]}.${text.slice(1, 3)} × 10^${text.length - 1}`;
  return text.replace(/\B(?=(\d{3})+$)/g, "\u202f");
}

export function count(amount: number | string | null, one: string, many: string): string {
  return `${number(amount)} ${String(amount) === "1" ? one : many}`;
}

export function list(items: string[], last = "and"): string {
  return items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} ${last} ${items[items.length - 1]}`;
}

export function share(part: number): string {
  if (part <= 0) return "0 %";
  if (part >= 1) return "100 %";
  const percent = Math.round(part * 100);
  return percent < 1 ? "under 1 %" : percent > 99 ? "over 99 %" : `${percent} %`;
}

/** What part of `whole` is `part`, both in decimal digits of any length. */
export function quotient(part: string | null, whole: string | null): number {
  if (part === null || whole === null || whole === "0") return 0;
  return Number((BigInt(part) * 1000000n) / BigInt(whole)) / 1e6;
}

const GRADE_SOURCE: Record<string, string> = {
  A: "completely reliable source", B: "usually reliable source", C: "fairly reliable source",
  D: "not usually reliable source", E: "unreliable source", F: "source that cannot be judged",
};
const GRADE_INFORMATION: Record<string, string> = {
  1: "confirmed by others", 2: "probably true", 3: "possibly true", 4: "doubtful", 5: "improbable",
  6: "truth cannot be judged",
};
export function grade(code: string): string {
  return `${GRADE_SOURCE[code[0]] ?? ""}, ${GRADE_INFORMATION[code[1]] ?? ""}`;
}

/** Everything of a brief by its id, so that no part searches lists. */
export class Index {
  parties; issues; redLines; statements; sources; aboutSources;
  constructor(readonly brief: Brief) {
    const by = <T extends { id: Id }>(items: T[]) => new Map(items.map((item) => [item.id, item]));
    this.parties = by(brief.show.parties);
    this.issues = by(brief.show.issues);
    this.redLines = by(brief.show.red_lines);
    this.statements = by(brief.show.statements);
    this.sources = by(brief.show.sources);
    this.aboutSources = by(brief.about.sources);
  }
  party(id: Id): string { return this.parties.get(id)?.name ?? id; }
  issue(id: Id): string { return this.issues.get(id)?.title ?? id; }
  option(issue: Id, option: Id): string {
    return this.issues.get(issue)?.options.find((one) => one.id === option)?.title ?? option;
  }
  redLine(id: Id): string {
    return this.brief.about.says.red_lines[id] ?? this.redLines.get(id)?.holds ?? id;
  }
  about(id: Id): string {
    const said = this.statements.get(id);
    return this.brief.about.says.statements[id]?.about ?? said?.topic ?? "";
  }
  /** The same inside a cell of this issue, whose title then goes without saying. */
  within(issue: Issue, words: string): string {
    return words.startsWith(`${issue.title}: `) ? words.slice(issue.title.length + 2) : words;
  }
  package(one: Package, only?: Id[]): string {
    return Object.entries(one).filter(([issue]) => !only || only.includes(issue))
      .map(([issue, option]) => `${this.issue(issue)}: ${this.option(issue, option)}`).join("; ");
  }
  /** Issues on which the packages differ. */
  differing(packages: Package[]): Id[] {
    return this.brief.show.issues.map((issue) => issue.id)
      .filter((id) => new Set(packages.map((one) => one[id])).size > 1);
  }
}

/** Which answers a limit stopped, in a sentence. */
export function stopped(brief: Brief): string {
  const answers: [string, { incomplete: Incomplete[] } | undefined][] = [
    ["the agreements", brief.zone], ["the deals", brief.deals], ["stability", brief.stable],
    ["what to find out next", brief.ask], ["the check", brief.check]];
  const parts = answers.flatMap(([name, one]) => (one?.incomplete ?? []).map((part) => `${name}: ${part.part} (${part.why})`));
  return `A limit stopped a part of ${list(parts)}.`;
}
