// What is looked at and, in the workbench, what is tried: kept in the address, so that a view can be
// shared and reloaded.
import type { Id, Package } from "./types";

export interface View {
  evidence: string | null; // r:RED_LINE, s:STATEMENT or p:PARTY:ISSUE
  drop: Id[];
  firm: Id[];
  unclear: Id[];
  asOf: string | null;
  draft: Package;
  orders: Record<string, string>; // PARTY:ISSUE to `a > b ~ c`; empty: nothing is known
  from: string | null; // the codes of states: where the graph of outcomes begins,
  to: string | null; // and where its path leads
}

export const nothing: View = { evidence: null, drop: [], firm: [], unclear: [], asOf: null, draft: {}, orders: {}, from: null, to: null };

const ids = (text: string | null) => (text ?? "").split(",").filter((id) => id !== "");

export function read(hash: string): View {
  const given = new URLSearchParams(hash.replace(/^#/, ""));
  const draft: Package = {};
  for (const part of ids(given.get("draft"))) {
    const at = part.indexOf(":");
    if (at > 0) draft[part.slice(0, at)] = part.slice(at + 1);
  }
  const orders: Record<string, string> = {};
  for (const part of ids(given.get("orders"))) {
    const [party, issue, order] = part.split(":");
    if (order !== undefined) orders[`${party}:${issue}`] = order.split(">").map((group) => group.split("~").join(" ~ ")).join(" > ");
  }
  return {
    evidence: given.get("e"), drop: ids(given.get("drop")), firm: ids(given.get("firm")),
    unclear: ids(given.get("unclear")), asOf: given.get("as_of"), draft, orders, from: given.get("from"), to: given.get("to"),
  };
}

export function write(view: View): string {
  const parts: string[] = [];
  const put = (key: string, value: string) => { if (value !== "") parts.push(`${key}=${value}`); };
  put("e", view.evidence ?? "");
  put("drop", view.drop.join(","));
  put("firm", view.firm.join(","));
  put("unclear", view.unclear.join(","));
  put("as_of", view.asOf ?? "");
  put("draft", Object.entries(view.draft).map(([issue, option]) => `${issue}:${option}`).join(","));
  put("orders", Object.entries(view.orders).map(([key, order]) => `${key}:${order.replace(/ /g, "")}`).join(","));
  put("from", view.from ?? "");
  put("to", view.to ?? "");
  return parts.length ? `#${parts.join("&")}` : "";
}

/** What was changed: not what is looked at. */
export const tried = (view: View) => write({ ...view, evidence: null, from: null, to: null });

/** What the answers depend on: not the draft either. */
export const asked = (view: View) => tried({ ...view, draft: {} });
