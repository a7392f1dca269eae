// The outcomes as a graph: which step each party can take alone, and where things lead from today.
import { useMemo } from "preact/hooks";
import { useFirst, useShared } from "./common";
import { curve, layOut, movers, path, reach, type Graph, type Layout, type Move } from "./stategraph";
import type { Code, Id, Package, Stable } from "./types";
import { count } from "./words";

const DASHES = ["none", "8 4", "2 4", "10 3 2 3", "14 5", "5 2", "1 3"];
const REACHED_SHOWN = 6;

/** The states that hold under some notion, and those that no step alone is a gain from. */
const useHolding = (stable: Stable) => useMemo(() => ({
  some: new Set(Object.values(stable.equilibria).flat()), nash: new Set(stable.equilibria.nash ?? []),
}), [stable]);
type Holding = ReturnType<typeof useHolding>;

function columnsOf(graph: Graph, holding: Holding, start: Code | null): { words: string; codes: Code[] }[] {
  const codes = graph.states.map((one) => one.code);
  if (start === null) {
    const kind = (code: Code) => (holding.nash.has(code) ? 2 : holding.some.has(code) ? 1 : 0);
    return ["somebody leaves", "held by a feared answer", "nobody leaves"].map((words, k) => ({ words, codes: codes.filter((code) => kind(code) === k) }));
  }
  const found = reach(graph, start, false), columns: { words: string; codes: Code[] }[] = [];
  for (const code of codes) {
    const steps = found.has(code) ? path(found, code).length : codes.length;
    columns[steps] ??= { words: steps === 0 ? "today" : steps === codes.length ? "out of reach" : count(steps, "step", "steps"), codes: [] };
    columns[steps].codes.push(code);
  }
  return Object.values(columns);
}

interface Drawing { graph: Graph; holding: Holding; layout: Layout; who: Map<Id, number>; start: Code | null; target: Code | null; strong: Set<Move>; pick(code: Code): void; words(code: Code): string }

function Drawn({ graph, holding, layout, who, start, target, strong, pick, words }: Drawing) {
  const { brief } = useShared();
  const party = (move: Move) => (who.get(move.party) ?? 0) % DASHES.length;
  const shown = graph.moves.filter((move) => move.gain || strong.has(move))
    .sort((a, b) => Number(strong.has(a)) - Number(strong.has(b)));
  return (
    <svg class="graph" viewBox={`0 0 ${layout.width} ${layout.height}`} width={layout.width} height={layout.height} role="img"
      aria-label={`Outcomes of “${brief.case.slice(0, 120)}” and the steps between them that are a gain for the party that takes them; what they lead to stands in words below`}>
      <defs>{DASHES.map((_, i) => (
        <marker key={i} id={`tip-${i}`} class={`tip party-${i}`} viewBox="0 0 10 10" refX="8" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path d="M0,1L10,5L0,9Z" /></marker>
      ))}</defs>
      {layout.columns.map((column) => <text key={column.words} class="head" x={column.x} y={22}>{column.words}</text>)}
      {shown.map((move, i) => (
        <path key={i} class={`move party-${party(move)}${strong.has(move) ? " strong" : ""}${move.gain ? "" : " loss"}`} stroke-dasharray={DASHES[party(move)]}
          marker-end={`url(#tip-${party(move)})`} d={curve(layout.places.get(move.from)!, layout.places.get(move.to)!, (party(move) - 1.5) * 2.5)} />
      ))}
      {[...layout.places.values()].map(({ code, x, y, width }) => (
        <g key={String(code)} class={`state${holding.nash.has(code) ? " nash" : holding.some.has(code) ? " feared" : ""}${code === target ? " target" : ""}`} onClick={() => pick(code)}>
          <title>{words(code)}</title>
          <rect x={x - width / 2} y={y - 13} width={width} height={26} rx={13} />
          {holding.nash.has(code) && <rect class="ring" x={x - width / 2 + 3.5} y={y - 9.5} width={width - 7} height={19} rx={9.5} />}
          <text x={x} y={y + 4.5} text-anchor="middle">{String(code)}</text>
          {code === start && <path class="start" d={`M${x},${y - 14}l-6,-9h12Z`} />}
        </g>
      ))}
    </svg>
  );
}

function Legend({ who, shown }: { who: Map<Id, number>; shown: Set<Id> }) {
  const { index } = useShared();
  return (
    <ul class="legend">
      {[...who].filter(([id]) => shown.has(id)).map(([id, i]) => (
        <li key={id}><svg class="graph key" viewBox="0 0 40 10" width="40" height="10" aria-hidden="true"><path class={`move strong party-${i % DASHES.length}`} stroke-dasharray={DASHES[i % DASHES.length]} d="M1,5H39" /></svg>
          <span dir="auto">step of {index.party(id)}</span></li>
      ))}
      <li><svg class="graph key" viewBox="0 0 32 24" width="32" height="24" aria-hidden="true"><g class="state nash"><rect x="1" y="1" width="30" height="22" rx="11" /><rect class="ring" x="4" y="4" width="24" height="16" rx="8" /></g></svg>nobody gains by leaving</li>
      <li><svg class="graph key" viewBox="0 0 32 24" width="32" height="24" aria-hidden="true"><g class="state feared"><rect x="2" y="2" width="28" height="20" rx="10" /></g></svg>holds as long as an answer is feared</li>
    </ul>
  );
}

function Steps({ steps, packages }: { steps: Move[]; packages: Map<Code, Package> }) {
  const { index } = useShared();
  const change = (move: Move) => {
    const a = packages.get(move.from)!, b = packages.get(move.to)!;
    return index.package(b, Object.keys(b).filter((issue) => a[issue] !== b[issue]));
  };
  return (
    <ol class="steps">
      {steps.map((move, i) => (
        <li key={i}><b dir="auto">{index.party(move.party)}</b>: <span dir="auto">{change(move)}</span> <span class="note">→ {String(move.to)}{move.gain ? "" : ", no gain for it"}</span></li>
      ))}
    </ol>
  );
}

interface Choice { value: Code | null; set(code: Code | null): void; states: Graph["states"]; none: string; words(one: Package): string; name: string; id: string }

function Choose({ value, set, states, none, words, name, id }: Choice) {
  return (
    <label>{name}
      <select data-graph={id} value={value === null ? "" : String(value)} onChange={(event) => set(states.find((one) => String(one.code) === event.currentTarget.value)?.code ?? null)}>
        <option value="">{none}</option>
        {states.map((one) => <option key={String(one.code)} value={String(one.code)}>{String(one.code)} · {words(one.package).slice(0, 110)}</option>)}
      </select>
    </label>
  );
}

/** Where the start leads, in words: to one state, or to all that hold and are reached by gains. */
function Leads({ graph, holding, start, target, packages }: { graph: Graph; holding: Holding; start: Code; target: Code | null; packages: Map<Code, Package> }) {
  const gains = reach(graph, start, true), any = reach(graph, start, false);
  const held = graph.states.map((one) => one.code).filter((code) => code !== start && gains.has(code) && holding.some.has(code))
    .sort((a, b) => path(gains, a).length - path(gains, b).length);
  const [shown, more] = useFirst(held, REACHED_SHOWN);
  const among = graph.whole ? "" : " among the outcomes drawn";
  if (target !== null && target !== start) {
    const found = gains.has(target) ? gains : any;
    if (!found.has(target)) return <p role="status">No steps of single parties{among} lead from {String(start)} to {String(target)}.</p>;
    return (
      <div role="status">
        <p>{found === gains ? `From ${start} to ${target}, each step a gain for the party that takes it:`
          : `From ${start} to ${target}; not every step is a gain for the party that takes it:`}</p>
        <Steps steps={path(found, target)} packages={packages} />
      </div>
    );
  }
  if (held.length === 0) return <p role="status">Steps that are gains lead from {String(start)} to no other outcome that holds{among}.</p>;
  return (
    <div role="status">
      <p>Where each step is a gain for the party that takes it, {String(start)} leads to {count(held.length, "outcome that holds", "outcomes that hold")}{among}:</p>
      <ul class="plainlist">{shown.map((code) => (
        <li key={String(code)}>{String(code)}, in {count(path(gains, code).length, "step", "steps")}<Steps steps={path(gains, code)} packages={packages} /></li>
      ))}</ul>
      {more}
    </div>
  );
}

export function StateGraph({ stable, graph }: { stable: Stable; graph: Graph }) {
  const { index, view, change } = useShared();
  const holding = useHolding(stable);
  const packages = useMemo(() => new Map(graph.states.map((one) => [one.code, one.package])), [graph]);
  const named = (words: string | null) => graph.states.find((one) => String(one.code) === words)?.code ?? null;
  const start = named(view.from) ?? (packages.has(stable.status_quo!) ? stable.status_quo : null);
  const target = start === null ? null : named(view.to);
  const who = useMemo(() => movers(graph), [graph]);
  const layout = useMemo(() => layOut(columnsOf(graph, holding, start), graph.moves.filter((move) => move.gain), String), [graph, holding, start]);
  const strong = useMemo(() => {
    if (start === null) return new Set<Move>();
    const gains = reach(graph, start, true);
    if (target !== null) return new Set(path(gains.has(target) ? gains : reach(graph, start, false), target));
    return new Set([...gains.keys()].filter((code) => holding.some.has(code)).flatMap((code) => path(gains, code)));
  }, [graph, holding, start, target]);
  const differing = index.differing(graph.states.map((one) => one.package));
  const words = (one: Package) => index.package(one, differing.length ? differing : undefined);
  const set = (next: { from?: Code | null; to?: Code | null }) =>
    change({ ...("from" in next && { from: next.from === null ? null : String(next.from) }), ...("to" in next && { to: next.to === null ? null : String(next.to) }) });
  return (
    <div class="stategraph">
      <h3>Where things lead from today</h3>
      <p>{stable.status_quo === null ? "The case does not say how things stand. Choose the outcome that is closest to it, and the graph shows where single steps lead from there."
        : "Each line is a step that one party can take alone and gains by; the strong ones lead from today to outcomes that hold. Choose another start, or where to go."}
        {!graph.whole && ` Of ${index.brief.stable!.state_count} outcomes ${graph.states.length} are drawn: those that hold, and what lies between.`}</p>
      <div class="controls">
        <Choose id="from" name="Today" value={start} set={(from) => set({ from, to: null })} states={graph.states} none="not chosen" words={words} />
        {start !== null && <Choose id="to" name="The way to" value={target} set={(to) => set({ to })} states={graph.states.filter((one) => one.code !== start)} none="whatever holds" words={words} />}
      </div>
      <div class="scroll drawn" tabIndex={0} role="region" aria-label="The graph of outcomes">
        <Drawn {...{ graph, holding, layout, who, start, target, strong }} words={(code) => words(packages.get(code)!)} pick={(code) => set(start === null || code === start ? { from: code, to: null } : { to: code === target ? null : code })} />
      </div>
      <Legend who={who} shown={new Set([...graph.moves.filter((move) => move.gain), ...strong].map((move) => move.party))} />
      {start !== null && <Leads {...{ graph, holding, start, target, packages }} />}
    </div>
  );
}
