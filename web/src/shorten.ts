// Names and titles are read at a glance: what is longer than a paragraph is cut, and says so. Words
// of sources, quotations and assumptions stay whole.
import type { Brief } from "./types";

const LENGTH_MAX = 240;

export function short(text: string, most = LENGTH_MAX): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most);
  return `${/[\uD800-\uDBFF]$/.test(cut) ? cut.slice(0, -1) : cut}… (cut; ${text.length} characters)`;
}

/** The same brief with names, titles and formulas in words that fit a cell. */
export function shorten(brief: Brief): Brief {
  const words = <T extends string | null>(text: T) => (text === null ? text : short(text, 2 * LENGTH_MAX)) as T;
  brief.case = short(brief.case);
  for (const party of brief.show.parties) party.name = short(party.name);
  for (const issue of brief.show.issues) {
    issue.title = short(issue.title);
    for (const option of issue.options) option.title = short(option.title);
  }
  for (const source of brief.show.sources) if (source.title !== null) source.title = short(source.title);
  for (const statement of brief.show.statements) {
    if (statement.speaker !== null) statement.speaker = short(statement.speaker);
    if (statement.topic !== null) statement.topic = words(statement.topic);
  }
  const says = brief.about.says;
  for (const id of Object.keys(says.red_lines)) says.red_lines[id] = words(says.red_lines[id]);
  for (const one of Object.values(says.statements)) { one.about = words(one.about); one.if = words(one.if); }
  for (const link of brief.about.links) link.says = words(link.says);
  return brief;
}
