// An order of options as the case format writes it, `a > b ~ c`, and as the workbench moves it.
import type { Id, Preference } from "./types";

/** Best first; options in one group are alike. */
export type Order = Id[][];

export const parse = (text: string): Order =>
  (text.trim() === "" ? [] : text.split(">").map((group) => group.split("~").map((id) => id.trim())));

export const print = (order: Order): string => order.map((group) => group.join(" ~ ")).join(" > ");

/** The place of an option, or -1. */
export const groupOf = (order: Order, option: Id) => order.findIndex((group) => group.includes(option));

export const without = (order: Order, option: Id): Order =>
  order.map((group) => group.filter((id) => id !== option)).filter((group) => group.length > 0);

/** The option alone in the place `at` among the groups that are left when it is taken out. */
export function put(order: Order, option: Id, at: number): Order {
  const rest = without(order, option);
  return [...rest.slice(0, at), [option], ...rest.slice(at)];
}

/** One step up or down; out of a group first. */
export function step(order: Order, option: Id, by: -1 | 1): Order {
  const at = groupOf(order, option), alone = order[at].length === 1;
  if (!alone) return put(order, option, by < 0 ? at : at + 1);
  return put(order, option, Math.max(0, Math.min(order.length - 1, at + by)));
}

/** Alike with the group before; where it is alike with others, alone behind them. */
export function tie(order: Order, option: Id): Order {
  const at = groupOf(order, option);
  if (order[at].length > 1) return put(order, option, at + 1);
  if (at < 1) return order;
  const rest = without(order, option);
  return rest.map((group, i) => (i === at - 1 ? [...group, option] : group));
}

/** What the case says of a party's order on an issue: chains of groups, best first. */
export const known = (preferences: Preference[], party: Id, issue: Id): Order[] =>
  preferences.find((one) => one.party === party)?.orders[issue] ?? [];
