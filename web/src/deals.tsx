// Efficient packages: a plane for two parties, parallel axes for more; filters; two compared.
import { useState } from "preact/hooks";
import { Part, Term, useFirst, useShared } from "./common";
import type { Deals, Id, Package, Point } from "./types";
import { list, number, share } from "./words";

const POINTS_DRAWN_MAX = 400;
const COLUMNS_MAX = 6;
const RANGE_MIN = 0.25;
const WIDTH = 640;
const HEIGHT = 400;
const EDGE = { left: 62, right: 24, top: 22, bottom: 52 };
const NAMES: Record<string, string> = {
  nash: "Nash", kalai_smorodinsky: "Kalai-Smorodinsky", egalitarian: "egalitarian", utilitarian: "utilitarian",
};

type Numbered = Point & { place: number };
const same = (a: Package, b: Package) => Object.keys(a).every((issue) => a[issue] === b[issue]);
const text = (value: number) => String(Math.round(value * 1000) / 1000);

function range(points: Point[], party: Id): [number, number] {
  const values = points.map((point) => point.values[party]);
  const low = Math.min(...values), high = Math.max(...values);
  // Small differences stay small to the eye: values lie in 0 to 1, places among the points from 1 on.
  const room = Math.max(0, Math.min(RANGE_MIN, high <= 1 ? RANGE_MIN : 1) - (high - low)) / 2;
  return [low - room, high + room];
}

interface Drawn { points: Numbered[]; all: Point[]; one: number; two: number; kept: Set<number>; deals: Deals; pick(place: number): void }

const mark = (place: number, { one, two, kept }: Drawn) =>
  `${place === one ? " one" : place === two ? " two" : ""}${kept.has(place) ? "" : " away"}`;

function Plane(drawn: Drawn) {
  const { index } = useShared();
  const { points, all, deals } = drawn;
  const [px, py] = deals.parties;
  const [x0, x1] = range(all, px.id), [y0, y1] = range(all, py.id);
  const x = (value: number) => EDGE.left + ((value - x0) / (x1 - x0)) * (WIDTH - EDGE.left - EDGE.right);
  const y = (value: number) => HEIGHT - EDGE.bottom - ((value - y0) / (y1 - y0)) * (HEIGHT - EDGE.top - EDGE.bottom);
  const ticks = [0, 0.25, 0.5, 0.75, 1];
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img"
      aria-label={`Packages by their value for ${index.party(px.id)} and for ${index.party(py.id)}; the table below has the same numbers`}>
      {ticks.map((t) => (
        <g key={t}>
          <line class="grid" x1={x(x0 + t * (x1 - x0))} x2={x(x0 + t * (x1 - x0))} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />
          <line class="grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(y0 + t * (y1 - y0))} y2={y(y0 + t * (y1 - y0))} />
          <text x={x(x0 + t * (x1 - x0))} y={HEIGHT - EDGE.bottom + 18} text-anchor="middle">{text(x0 + t * (x1 - x0))}</text>
          <text x={EDGE.left - 8} y={y(y0 + t * (y1 - y0)) + 4} text-anchor="end">{text(y0 + t * (y1 - y0))}</text>
        </g>
      ))}
      {px.no_deal !== null && px.no_deal >= x0 && px.no_deal <= x1 && <line class="nodeal" x1={x(px.no_deal)} x2={x(px.no_deal)} y1={EDGE.top} y2={HEIGHT - EDGE.bottom} />}
      {py.no_deal !== null && py.no_deal >= y0 && py.no_deal <= y1 && <line class="nodeal" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={y(py.no_deal)} y2={y(py.no_deal)} />}
      <text x={WIDTH / 2} y={HEIGHT - 10} text-anchor="middle">better for {index.party(px.id).slice(0, 40)} →</text>
      <text x={EDGE.left} y={14}>↑ better for {index.party(py.id).slice(0, 40)}</text>
      {points.map((point) => (
        <circle key={point.place} class={`point${mark(point.place, drawn)}`} cx={x(point.values[px.id])} cy={y(point.values[py.id])}
          r={point.place === drawn.one || point.place === drawn.two ? 9 : 6} onClick={() => drawn.pick(point.place)}>
          <title>Package {point.place + 1}</title></circle>
      ))}
    </svg>
  );
}

function Parallel(drawn: Drawn) {
  const { index } = useShared();
  const { points, all, deals } = drawn;
  const parties = deals.parties;
  const ranges = parties.map((party) => range(all, party.id));
  const x = (i: number) => 70 + (i * (WIDTH - 140)) / Math.max(1, parties.length - 1);
  const y = (i: number, value: number) => HEIGHT - 50 - ((value - ranges[i][0]) / (ranges[i][1] - ranges[i][0])) * (HEIGHT - 90);
  return (
    <svg class="plot" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img"
      aria-label="Packages by their value for each party; the table below has the same numbers">
      {parties.map((party, i) => (
        <g key={party.id}>
          <line class="axis" x1={x(i)} x2={x(i)} y1={40} y2={HEIGHT - 50} />
          <text x={x(i)} y={30} text-anchor="middle">{text(ranges[i][1])}</text>
          <text x={x(i)} y={HEIGHT - 32} text-anchor="middle">{text(ranges[i][0])}</text>
          <text x={x(i)} y={HEIGHT - 12} text-anchor="middle">{index.party(party.id).slice(0, 18)}</text>
        </g>
      ))}
      {points.map((point) => (
        <polyline key={point.place} class={`path${mark(point.place, drawn)}`} onClick={() => drawn.pick(point.place)}
          points={parties.map((party, i) => `${x(i)},${y(i, point.values[party.id])}`).join(" ")}><title>Package {point.place + 1}</title></polyline>
      ))}
    </svg>
  );
}

function solutionsOf(deals: Deals, point: Point): string[] {
  return Object.entries(deals.solutions).filter(([, found]) => found.some((one) => same(one.package, point.package)))
    .map(([name]) => NAMES[name] ?? name);
}

function Compare({ a, b, deals }: { a: Numbered; b: Numbered; deals: Deals }) {
  const { brief, index } = useShared();
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label="Two packages compared">
      <table class="compare">
        <caption class="hidden">Package {a.place + 1} and package {b.place + 1}, issue by issue</caption>
        <thead><tr><th scope="col">Issue</th><th scope="col">Package {a.place + 1}</th><th scope="col">Package {b.place + 1}</th></tr></thead>
        <tbody>
          {brief.show.issues.map((issue) => {
            const differs = a.package[issue.id] !== b.package[issue.id];
            return (
              <tr key={issue.id}><th scope="row" dir="auto">{issue.title}</th>
                {differs
                  ? [a, b].map((one, i) => <td key={i} class="differs" dir="auto">{index.option(issue.id, one.package[issue.id])}</td>)
                  : <td colSpan={2} class="same" dir="auto">{index.option(issue.id, a.package[issue.id])}</td>}
              </tr>
            );
          })}
          {deals.parties.map((party) => (
            <tr key={party.id}><th scope="row">{party.values === "ranks" ? "Place" : "Value"} for {index.party(party.id)}</th>
              <td>{text(a.values[party.id])}</td><td>{text(b.values[party.id])}</td></tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Table({ points, deals, differing }: { points: Numbered[]; deals: Deals; differing: Id[] }) {
  const { index } = useShared();
  const [shown, more] = useFirst(points, COLUMNS_MAX, COLUMNS_MAX);
  const robust = shown.some((point) => point.robust);
  return (
    <>
      <div class="scroll" tabIndex={0} role="region" aria-label="Efficient packages, an option for each issue">
        <table class="packages">
          <caption class="hidden">Efficient packages: options and values</caption>
          <thead><tr><th scope="col">Package</th>{shown.map((point) => <th scope="col" key={point.place}>{point.place + 1}</th>)}</tr></thead>
          <tbody>
            {differing.map((issue) => (
              <tr key={issue}><th scope="row" dir="auto">{index.issue(issue)}</th>
                {shown.map((point) => <td key={point.place} dir="auto">{index.option(issue, point.package[issue])}</td>)}</tr>
            ))}
            {deals.parties.map((party) => (
              <tr key={party.id}><th scope="row">{party.values === "ranks" ? "Place" : party.values === "estimate" ? "Value (estimate)" : "Value"} for {index.party(party.id)}</th>
                {shown.map((point) => <td key={point.place}>{text(point.values[party.id])}</td>)}</tr>
            ))}
            {robust && (
              <tr><th scope="row">Efficient in so many of the possible values</th>
                {shown.map((point) => <td key={point.place}>{!point.robust ? "" : point.robust.necessarily_efficient ? "all" : share(point.robust.efficient.share)}</td>)}</tr>
            )}
            {shown.some((point) => solutionsOf(deals, point).length > 0) && (
              <tr><th scope="row">Picked by</th>{shown.map((point) => <td key={point.place}>{list(solutionsOf(deals, point))}</td>)}</tr>
            )}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

function Considered({ deals }: { deals: Deals }) {
  const scope = deals.considered === "zone" ? "Considered are all agreements."
    : deals.considered === "fewest_broken"
      ? `There is no agreement; considered are the ${number(deals.packages)} packages that break the fewest red lines (${deals.fewest_broken}).`
      : "Considered are all packages that satisfy the links; red lines are left aside.";
  return <>{scope} Shown are those that are <Term of="efficient">efficient</Term>: {number(deals.frontier.size)}.
    {deals.estimated && " Where a case gives orders and no numbers, values are estimates: the mean over all values that the orders admit."}</>;
}

export function DealsPart() {
  const { brief, index } = useShared();
  const deals = brief.deals;
  const [one, setOne] = useState(0);
  const [two, setTwo] = useState(1);
  const [filters, setFilters] = useState<Package>({});
  if (!deals || deals.frontier.points.length === 0) return null;
  const points: Numbered[] = deals.frontier.points.map((point, place) => ({ ...point, place }));
  const differing = index.differing(points.map((point) => point.package));
  const kept = points.filter((point) => Object.entries(filters).every(([issue, option]) => option === "" || point.package[issue] === option));
  const drawn: Drawn = {
    points: points.slice(0, POINTS_DRAWN_MAX), all: deals.frontier.points, one, two, deals,
    kept: new Set(kept.map((point) => point.place)), pick: (place) => { if (place !== one) { setTwo(one); setOne(place); } },
  };
  const drawable = deals.parties.every((party) => party.values !== "nothing") && points.length > 1;
  const choices = kept.slice(0, POINTS_DRAWN_MAX);
  return (
    <Part id="deals" title="Packages that could not be better for one without being worse for another" lead={<Considered deals={deals} />}>
      {drawable && (deals.parties.length === 2 ? <Plane {...drawn} /> : deals.parties.length > 2 ? <Parallel {...drawn} /> : null)}
      {points.length > 1 && differing.length > 0 && (
        <div class="controls" role="group" aria-label="Show only packages with">
          {differing.map((issue) => (
            <label key={issue}><span dir="auto">{index.issue(issue)}</span>
              <select value={filters[issue] ?? ""} onChange={(event) => setFilters({ ...filters, [issue]: event.currentTarget.value })}>
                <option value="">any</option>
                {index.issues.get(issue)?.options.filter((option) => points.some((point) => point.package[issue] === option.id))
                  .map((option) => <option key={option.id} value={option.id}>{option.title.slice(0, 80)}</option>)}
              </select>
            </label>
          ))}
        </div>
      )}
      {kept.length === 0 ? <p>No efficient package has these options.</p>
        : <Table points={kept} deals={deals} differing={differing.length ? differing : brief.show.issues.map((issue) => issue.id)} />}
      {points.length > 1 && (
        <>
          <h3>Two packages, issue by issue</h3>
          <div class="controls">
            <label>Package<select value={one} onChange={(event) => setOne(Number(event.currentTarget.value))}>
              {choices.map((point) => <option key={point.place} value={point.place}>{point.place + 1}</option>)}</select></label>
            <label>and package<select value={two} onChange={(event) => setTwo(Number(event.currentTarget.value))}>
              {choices.map((point) => <option key={point.place} value={point.place}>{point.place + 1}</option>)}</select></label>
          </div>
          {points[one] && points[two] && <Compare a={points[one]} b={points[two]} deals={deals} />}
        </>
      )}
    </Part>
  );
}
