// What all parts share: the brief at hand, jumps within the page, terms that explain themselves.
import { createContext, options, type ComponentChildren } from "preact";
import { useContext, useEffect, useState } from "preact/hooks";
import { glossary } from "./glossary";
import type { Brief, Id } from "./types";
import type { View } from "./state";
import type { Index } from "./words";

export interface Shared {
  brief: Brief;
  index: Index;
  view: View;
  look(evidence: string | null): void;
  change(next: Partial<View>): void;
}
export const Context = createContext<Shared>(null as unknown as Shared);
export const useShared = () => useContext(Context);

export function jump(id: string) {
  const target = document.getElementById(id);
  if (!target) return;
  for (let at: Element | null = target; at; at = at.parentElement)
    if (at instanceof HTMLDetailsElement) at.open = true;
  target.scrollIntoView({ block: "start" });
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
}

/** A link within the page, which leaves the address as it is. */
export function Jump({ to, class: name, children }: { to: string; class?: string; children: ComponentChildren }) {
  return (
    <a href={`#${to}`} class={name} onClick={(event) => { event.preventDefault(); jump(to); }}>{children}</a>
  );
}

/** A word of the glossary: explained where it stands, and again at the end. */
export function Term({ of, children }: { of: keyof typeof glossary; children: ComponentChildren }) {
  return (
    <a class="term" href={`#term-${of}`} data-tip={glossary[of].says} aria-description={glossary[of].says}
      onClick={(event) => { event.preventDefault(); jump(`term-${of}`); }}>{children}</a>
  );
}

export function Part({ id, title, lead, children }: {
  id: string; title: string; lead?: ComponentChildren; children: ComponentChildren;
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} class="part">
      <h2 id={`${id}-title`}>{title}</h2>
      {lead && <p class="lead">{lead}</p>}
      {children}
    </section>
  );
}

const PAPER_MAX = 24;

/** Are we being printed? Asked by the browser just before, so that the answer is drawn at once. */
function usePaper(): boolean {
  const [paper, setPaper] = useState(false);
  useEffect(() => {
    const set = (is: boolean) => () => {
      const before = options.debounceRendering;
      options.debounceRendering = (draw) => draw();
      setPaper(is);
      options.debounceRendering = before;
    };
    const begin = set(true), end = set(false);
    addEventListener("beforeprint", begin);
    addEventListener("afterprint", end);
    return () => { removeEventListener("beforeprint", begin); removeEventListener("afterprint", end); };
  }, []);
  return paper;
}

/** A list of which only the first are shown until asked; on paper `onPaper`, and how many are left out. */
export function useFirst<T>(items: T[], most: number, onPaper = PAPER_MAX): [T[], ComponentChildren] {
  const [all, setAll] = useState(false);
  const room = usePaper() ? Math.max(most, onPaper) : all ? items.length : most;
  const rest = items.length - Math.min(room, items.length);
  if (rest === 0) return [items, null];
  return [items.slice(0, room), (
    <>
      <button type="button" class="more" onClick={() => setAll(true)}>Show {rest} more</button>
      <p class="on-paper">… and {rest} more, which the file itself shows.</p>
    </>
  )];
}

export const firmnessWords = { firm: "firm", unclear: "unclear" };

/** A red line as a button that opens what it rests on. */
export function Line({ id, issue, who = false }: { id: Id; issue?: Id; who?: boolean }) {
  const { brief, index, look, view } = useShared();
  const line = index.redLines.get(id);
  if (!line) return <span>{id}</span>;
  const words = issue && index.issues.has(issue) ? index.within(index.issues.get(issue)!, index.redLine(id)) : index.redLine(id);
  const assumed = line.because.length === 0;
  const dropped = brief.question.drop.includes(id) || view.drop.includes(id);
  return (
    <button type="button" class={`line ${line.firmness}${assumed ? " assumed" : ""}${dropped ? " dropped" : ""}`}
      data-evidence={`r:${id}`} aria-haspopup="dialog" onClick={() => look(`r:${id}`)}>
      <span class="kind">{line.firmness === "firm" ? "Red line" : "Red line, unclear"}{assumed && " · assumed"}
        {dropped && " · dropped"}</span>
      {who && <span class="who">{index.party(line.party)}</span>}
      <span dir="auto">{words}</span>
    </button>
  );
}
