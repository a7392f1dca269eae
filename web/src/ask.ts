// What the workbench asks of the server, and how the answers come: whole, or as events on the way.
import { shorten } from "./shorten";
import type { View } from "./state";
import type { Brief, Id } from "./types";

export interface Progress { part: string; done: number }

/** The orders as a request has them: {party: {issue: order}}. */
export function orders(view: View): Record<Id, Record<Id, string>> {
  const made: Record<Id, Record<Id, string>> = {};
  for (const [key, order] of Object.entries(view.orders)) {
    const [party, issue] = key.split(":");
    (made[party] ??= {})[issue] = order;
  }
  return made;
}

export const body = (view: View) => ({
  as_of: view.asOf, drop: view.drop, firm: view.firm, unclear: view.unclear, orders: orders(view),
});

/** A request of the server, whose answer is left to read. */
export const post = (name: string, asked: object, accept: string, signal?: AbortSignal) => fetch(`api/${name}`, {
  method: "POST", headers: { "Content-Type": "application/json", Accept: accept }, body: JSON.stringify(asked), signal, credentials: "omit",
});

/** What the server answers; refuses with its message. */
export async function ask<T>(name: string, asked: object, signal?: AbortSignal): Promise<T> {
  const answer = await post(name, asked, "application/json", signal);
  const found = await answer.json();
  if (!answer.ok) throw new Error(found.error?.message ?? `the server refused (${answer.status})`);
  return found as T;
}

/** The same, told of progress on the way. Who no longer waits (`signal`) ends the work. */
export async function askTold<T>(name: string, asked: object, signal: AbortSignal, told: (progress: Progress) => void): Promise<T> {
  const answer = await post(name, asked, "text/event-stream", signal);
  if (!answer.ok || !answer.body) throw new Error(`the server refused (${answer.status})`);
  const reader = answer.body.getReader(), decoder = new TextDecoder();
  for (let text = ""; ;) {
    const { value, done } = await reader.read();
    text += decoder.decode(value, { stream: !done });
    for (let end = text.indexOf("\n\n"); end >= 0; end = text.indexOf("\n\n")) {
      const lines = text.slice(0, end).split("\n");
      text = text.slice(end + 2);
      const data = lines.filter((line) => line.startsWith("data: ")).map((line) => line.slice(6)).join("\n");
      if (lines[0] === "event: progress") told(JSON.parse(data) as Progress);
      else if (lines[0] === "event: answer") return JSON.parse(data) as T;
      else if (lines[0] === "event: error") throw new Error(JSON.parse(data).error.message);
    }
    if (done) throw new Error("the server ended before it had answered");
  }
}

/** The brief of the view: first without what takes longest (unless that is there), then whole. */
export async function askBrief(view: View, signal: AbortSignal, quickly: boolean, got: (brief: Brief) => void, told: (progress: Progress) => void): Promise<Brief> {
  const ready = (brief: Brief): Brief => ({ ...shorten(brief), workbench: true });
  if (quickly) got(ready(await ask<Brief>("report", { ...body(view), quick: true }, signal)));
  return ready(await askTold<Brief>("report", body(view), signal, told));
}
