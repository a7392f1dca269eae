// The whole page, from the verdict to the method.
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import { Agreements } from "./agreements";
import { askBrief, type Progress } from "./ask";
import { Context, Jump, type Shared } from "./common";
import { Conflicts, Ways } from "./conflicts";
import { DealsPart } from "./deals";
import { Evidence } from "./evidence";
import { Matrix } from "./matrix";
import { AskPart, StablePart } from "./outcomes";
import { Readings } from "./readings";
import { Assumptions, Method, Sources } from "./sources";
import { asked, read, tried, write, type View } from "./state";
import { Timeline } from "./timeline";
import type { Brief } from "./types";
import { Contradiction, Verdict } from "./verdict";
import { Index } from "./words";
import { Workbench } from "./workbench";

const PARTS: [string, string][] = [
  ["verdict", "Verdict"], ["try", "Try it"], ["conflicts", "Conflicts"], ["ways", "Ways out"], ["agreements", "Agreements"],
  ["deals", "Packages"], ["stability", "Outcomes"], ["readings", "Unknowns"], ["ask", "To find out"], ["positions", "Positions"],
  ["timeline", "Timeline"], ["assumptions", "Assumptions"], ["sources", "Sources"], ["method", "Method"],
];

function Contents() {
  const [there, setThere] = useState<string[]>([]);
  useEffect(() => {
    const now = PARTS.map(([id]) => id).filter((id) => document.getElementById(id) !== null);
    if (now.join() !== there.join()) setThere(now);
  });
  return (
    <nav class="contents" aria-label="Parts of this page">
      <ul>{PARTS.filter(([id]) => there.includes(id)).map(([id, name]) => <li key={id}><Jump to={id}>{name}</Jump></li>)}</ul>
    </nav>
  );
}

interface Answer { brief: Brief; busy: boolean; progress: Progress | null; failed: string }

/** The brief that the view asks for: the first one, or what the server answers. The first one of a
 * workbench is without what takes longest; that is asked for at once, and kept. */
function useBrief(first: Brief, view: View): Answer {
  const [answer, setAnswer] = useState<Answer>({ brief: first, busy: false, progress: null, failed: "" });
  const whole = useRef<Brief | null>(null);
  const key = asked(view);
  useEffect(() => {
    if (!first.workbench) return;
    if (key === "" && whole.current) {
      setAnswer({ brief: whole.current, busy: false, progress: null, failed: "" });
      return;
    }
    const control = new AbortController();
    const put = (next: Partial<Answer>) => { if (!control.signal.aborted) setAnswer((before) => ({ ...before, ...next })); };
    put({ busy: true, progress: null, failed: "", ...(key === "" && { brief: first }) });
    askBrief(view, control.signal, key !== "", (brief) => put({ brief }), (progress) => put({ progress }))
      .then((brief) => { if (key === "") whole.current = brief; put({ brief }); })
      .catch((error: Error) => put({ failed: error.message }))
      .finally(() => put({ busy: false, progress: null }));
    return () => control.abort();
  }, [key]);
  return answer;
}

export function App({ first }: { first: Brief }) {
  const [view, setView] = useState<View>(() => read(location.hash));
  const past = useRef<View[]>([]);
  const future = useRef<View[]>([]);
  useEffect(() => {
    const again = () => setView(read(location.hash));
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  const { brief, busy, progress, failed } = useBrief(first, view);
  const index = useMemo(() => new Index(brief), [brief]);
  const show = (next: View) => {
    const hash = write(next);
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
    setView(next);
  };
  const change = (next: Partial<View>) => {
    const changed = { ...view, ...next };
    if (tried(changed) !== tried(view)) {
      past.current.push(view);
      future.current = [];
    }
    show(changed);
  };
  const step = (from: View[], to: View[]) => (from.length === 0 ? null : () => {
    to.push(view);
    show(from.pop()!);
  });
  const shared: Shared = { brief, index, view, change, look: (evidence) => change({ evidence }) };
  return (
    <Context.Provider value={shared}>
      <a class="skip" href="#verdict" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to the answer</a>
      <header class="top"><Contents /></header>
      <main id="main" tabIndex={-1}>
        <Verdict />
        {first.workbench && (
          <Workbench base={first} busy={busy} progress={progress} failed={failed} undo={step(past.current, future.current)} redo={step(future.current, past.current)} />
        )}
        <Contradiction />
        <Conflicts />
        <Ways />
        <Agreements />
        <DealsPart />
        <StablePart />
        <Readings />
        <AskPart />
        <Matrix />
        <Timeline />
        <Assumptions />
        <Sources />
        <Method />
      </main>
      <Evidence />
    </Context.Provider>
  );
}
