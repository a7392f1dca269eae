// Which outcomes would hold where parties can move alone, and what to find out next.
import { Part, Term, useFirst, useShared } from "./common";
import { StateGraph } from "./graph";
import type { Unknown } from "./types";
import { count, list, number, share } from "./words";

const NOTIONS: [string, string, string][] = [
  ["nash", "Nash", "no party gains by a step of its own"],
  ["seq", "Sequential", "every gain can be answered by steps that are gains for the others and leave it worse"],
  ["sim", "Simultaneous", "every gain can be undone by others who move at once with it"],
  ["sseq", "Symmetric sequential", "as sequential, and it cannot escape the answer"],
  ["smr", "Symmetric metarational", "every gain can be answered in a way that it cannot escape"],
  ["gmr", "Metarational", "every gain can be answered by steps that leave it worse, at whatever cost to the others"],
];
const SHOWN_MAX = 12;
const WORTH_SAYING = 0.005; // of a share that comes from a sample

export function StablePart() {
  const { brief, index } = useShared();
  const stable = brief.stable;
  const notions = NOTIONS.filter(([id]) => stable?.equilibria[id]);
  const codes = new Map<string, string[]>();
  for (const [id] of notions) for (const code of stable!.equilibria[id]) codes.set(String(code), [...(codes.get(String(code)) ?? []), id]);
  const rows = (stable?.states ?? []).filter((state) => codes.has(String(state.code)))
    .sort((a, b) => codes.get(String(b.code))!.length - codes.get(String(a.code))!.length);
  const [shown, more] = useFirst(rows, SHOWN_MAX);
  if (!stable) return null;
  const differing = index.differing(rows.map((row) => row.package));
  const silent = stable.parties.filter((party) => party.moves && party.preferences === "nothing").map((party) => index.party(party.id));
  const estimated = stable.parties.some((party) => party.preferences === "estimate");
  return (
    <Part id="stability" title="Which outcomes would hold"
      lead={<>Of {count(stable.state_count, "outcome", "outcomes")}, {number(rows.length)} would hold under at least one notion of how far
        parties look ahead: nobody who can move alone would leave them. Those that hold under most notions come first.
        {silent.length > 0 && ` Of the wishes of ${list(silent)} nothing is known: every outcome counts as alike to them.`}
        {estimated && " Where orders alone are known, the order of whole outcomes is an estimate."}</>}>
      {stable.graph && stable.graph.moves.some((move) => move.gain) && <StateGraph stable={stable} graph={stable.graph} />}
      {rows.length > 0 && <h3>What holds, and how far parties have to look for it</h3>}
      {rows.length > 0 && (
        <div class="scroll" tabIndex={0} role="region" aria-label="Outcomes that hold, by notion">
          <table class="outcomes">
            <caption class="hidden">Outcomes that hold, and under which notion</caption>
            <thead><tr><th scope="col" class="code">State</th><th scope="col">Outcome</th>{notions.map(([id, name]) => <th scope="col" class="narrow" key={id}>{name}</th>)}</tr></thead>
            <tbody>
              {shown.map((row) => (
                <tr key={String(row.code)}>
                  <td class="code">{String(row.code)}</td>
                  <th scope="row" dir="auto">{index.package(row.package, differing.length ? differing : undefined)}</th>
                  {notions.map(([id]) => {
                    const holds = codes.get(String(row.code))!.includes(id);
                    return <td key={id} class="narrow mark">{holds ? <span class="holds"><span class="hidden">holds</span></span>
                      : <span class="keeps"><span class="hidden">does not hold</span></span>}</td>;
                  })}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more}
      <dl class="glossary">{notions.map(([id, name, says]) => <div key={id}><dt>{name}</dt><dd>An outcome holds where for every party {says}.</dd></div>)}</dl>
    </Part>
  );
}

function Question({ unknown }: { unknown: Unknown }) {
  const { brief, index } = useShared();
  const who = index.party(unknown.party);
  if (unknown.kind === "red_line") return <>Is this a red line of {who}: “{index.redLine(unknown.red_line!)}”?</>;
  if (unknown.kind === "options")
    return <>What does {who} want more on “{index.issue(unknown.issue!)}”: {unknown.options!.map((one) => `“${index.option(unknown.issue!, one)}”`).join(" or ")}?</>;
  if (unknown.kind === "importance") return <>What matters more to {who}: {unknown.issues!.map((one) => `“${index.issue(one)}”`).join(" or ")}?</>;
  const others = brief.ask!.unknowns.filter((one) => one.package && one.party === unknown.party).map((one) => one.package!);
  const differing = index.differing(others);
  return <>Is this better for {who} than no deal: {index.package(unknown.package!, differing.length ? differing : undefined)}?</>;
}

const amount = (value: number | null) => (value === null ? "not known" : value <= 0 ? "–" : share(value));

export function AskPart() {
  const { brief } = useShared();
  const unknowns = (brief.ask?.unknowns ?? []).filter((one) =>
    (one.expected.verdict ?? 0) > 0 || (one.expected.efficient ?? 0) > 0 || (one.expected.pick ?? 0) > WORTH_SAYING);
  const [shown, more] = useFirst(unknowns, 8);
  if (!brief.ask || unknowns.length === 0) return null;
  return (
    <Part id="ask" title="What to find out next"
      lead={<>The unknowns whose answer would change most: first whether an agreement exists, then which packages are{" "}
        <Term of="efficient">efficient</Term>, then which one the bargaining solutions pick.</>}>
      <div class="scroll" tabIndex={0} role="region" aria-label="Unknowns by what their answer changes">
        <table class="ask">
          <caption class="hidden">Unknowns, and how much of the answers each is expected to change</caption>
          <thead><tr><th scope="col">Question</th><th scope="col" class="narrow">Changes whether there is an agreement</th>
            <th scope="col" class="narrow">Changes what is efficient</th><th scope="col" class="narrow">Changes what is picked</th></tr></thead>
          <tbody>
            {shown.map((one, i) => (
              <tr key={i}><th scope="row" dir="auto"><Question unknown={one} /></th>
                <td class="narrow">{amount(one.expected.verdict)}</td><td class="narrow">{amount(one.expected.efficient)}</td>
                <td class="narrow">{amount(one.expected.pick)}</td></tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </Part>
  );
}
