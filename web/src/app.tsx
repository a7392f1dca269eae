// The whole page, from the verdict to the method.
import { useEffect, useMemo, useState } from "preact/hooks";
import { Agreements } from "./agreements";
import { Context, Jump, type Shared } from "./common";
import { Conflicts, Ways } from "./conflicts";
import { DealsPart } from "./deals";
import { Evidence } from "./evidence";
import { Matrix } from "./matrix";
import { Readings } from "./readings";
import { Assumptions, Method, Sources } from "./sources";
import { read, write, type View } from "./state";
import { Timeline } from "./timeline";
import type { Brief } from "./types";
import { Contradiction, Verdict } from "./verdict";
import { Index } from "./words";

const PARTS: [string, string][] = [
  ["verdict", "Verdict"], ["conflicts", "Conflicts"], ["ways", "Ways out"], ["agreements", "Agreements"],
  ["deals", "Packages"], ["readings", "Unknowns"], ["stability", "Stability"], ["positions", "Positions"],
  ["timeline", "Timeline"], ["assumptions", "Assumptions"], ["sources", "Sources"], ["method", "Method"],
];

function Contents() {
  const [there, setThere] = useState<string[]>([]);
  useEffect(() => setThere(PARTS.map(([id]) => id).filter((id) => document.getElementById(id) !== null)));
  return (
    <nav class="contents" aria-label="Parts of this page">
      <ul>{PARTS.filter(([id]) => there.includes(id)).map(([id, name]) => <li key={id}><Jump to={id}>{name}</Jump></li>)}</ul>
    </nav>
  );
}

export function App({ first }: { first: Brief }) {
  const [brief] = useState(first);
  const [view, setView] = useState<View>(() => read(location.hash));
  useEffect(() => {
    const again = () => setView(read(location.hash));
    addEventListener("hashchange", again);
    return () => removeEventListener("hashchange", again);
  }, []);
  const index = useMemo(() => new Index(brief), [brief]);
  const change = (next: Partial<View>) => {
    const changed = { ...view, ...next };
    const hash = write(changed);
    history.replaceState(null, "", hash === "" ? location.pathname + location.search : hash);
    setView(changed);
  };
  const shared: Shared = { brief, index, view, change, look: (evidence) => change({ evidence }) };
  return (
    <Context.Provider value={shared}>
      <a class="skip" href="#verdict" onClick={(event) => { event.preventDefault(); document.getElementById("main")?.focus(); }}>Skip to the answer</a>
      <header class="top"><Contents /></header>
      <main id="main" tabIndex={-1}>
        <Verdict />
        <Contradiction />
        <Conflicts />
        <Ways />
        <Agreements />
        <DealsPart />
        <Readings />
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
