// What stands in the way, and what would open it.
import { Fragment } from "preact";
import { Line, Part, Term, useFirst, useShared } from "./common";
import type { Id } from "./types";
import { count, list, number } from "./words";

const SHOWN_MAX = 12;
const letter = (place: number) => (place < 26 ? String.fromCharCode(65 + place) : `#${place + 1}`);

export function Conflicts() {
  const { brief, index } = useShared();
  const sets = brief.zone.blocking;
  const [shown, more] = useFirst(sets, SHOWN_MAX);
  if (sets.length === 0) return null;
  return (
    <Part id="conflicts" title="What stands in the way"
      lead={<>The red lines of each <Term of="blocking-set">conflict</Term> cannot all hold. To reach an agreement,
        every conflict has to lose at least one of its lines.</>}>
      <ol class="conflicts">
        {shown.map((set, place) => {
          const parties = [...new Set(set.red_lines.map((id) => index.redLines.get(id)?.party ?? ""))];
          return (
            <li key={place} class="conflict">
              <h3><span class="badge">{letter(place)}</span> {list(parties.map((id) => index.party(id)))}</h3>
              <div class={`facing n${Math.min(set.red_lines.length, 4)}`}>
                {set.red_lines.map((id, i) => (
                  <Fragment key={id}>
                    {i > 0 && <span class="against" aria-hidden="true">✕</span>}
                    <Line id={id} who />
                  </Fragment>
                ))}
              </div>
              <p class="note">{set.red_lines.length === 1 ? "This line alone rules out every agreement."
                : set.red_lines.length === 2 ? "These two cannot both hold." : `These ${set.red_lines.length} cannot all hold.`}</p>
            </li>
          );
        })}
      </ol>
      {more}
    </Part>
  );
}

function WaySentence({ lines }: { lines: Id[] }) {
  const { index } = useShared();
  const parties = [...new Set(lines.map((id) => index.redLines.get(id)?.party ?? ""))];
  return (
    <>{list(parties.map((party) => `${index.party(party)} gives up ${list(lines
      .filter((id) => index.redLines.get(id)?.party === party).map((id) => `“${index.redLine(id)}”`))}`))}</>
  );
}

export function Ways() {
  const { brief, index, change, view } = useShared();
  const ways = brief.zone.concessions;
  const [shown, more] = useFirst(ways, SHOWN_MAX);
  if (ways.length === 0) return null;
  const used = new Set(ways.flatMap((way) => way.red_lines));
  const rows = brief.show.red_lines.filter((line) => used.has(line.id))
    .sort((a, b) => brief.show.parties.findIndex((p) => p.id === a.party) - brief.show.parties.findIndex((p) => p.id === b.party));
  const conflictsOf = (id: Id) => brief.zone.blocking.map((set, i) => (set.red_lines.includes(id) ? letter(i) : "")).filter(Boolean);
  const opened = brief.about.opens.slice(0, shown.length);
  const differing = index.differing(opened.filter((one) => one !== null));
  return (
    <Part id="ways" title="What would open it"
      lead={<>Each <Term of="concession-set">way out</Term> opens an agreement by itself, and nothing in it can be left
        out. Those that ask least come first.</>}>
      <div class="scroll" tabIndex={0} role="region" aria-label="Ways out, red lines by ways">
        <table class="ways">
          <caption class="hidden">Which red lines each way out gives up</caption>
          <thead>
            <tr><th scope="col">Red line</th><th scope="col" class="narrow">Stands in conflict</th>
              {shown.map((_, i) => <th scope="col" class="narrow" key={i}>Way {i + 1}</th>)}</tr>
          </thead>
          <tbody>
            {rows.map((line, at) => (
              <tr key={line.id} class={at > 0 && rows[at - 1].party !== line.party ? "other" : undefined}>
                <th scope="row"><Line id={line.id} who /></th>
                <td class="narrow badges">{conflictsOf(line.id).slice(0, 6).map((one) => <span class="badge" key={one}>{one}</span>)}</td>
                {shown.map((way, i) => (
                  <td key={i} class="narrow mark">
                    {way.red_lines.includes(line.id)
                      ? <span class={`gives ${line.firmness}`}><span class="hidden">gives it up</span></span>
                      : <span class="keeps"><span class="hidden">keeps it</span></span>}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr><th scope="row" colSpan={2}>Agreements that it opens</th>
              {shown.map((way, i) => <td class="narrow mark" key={i}><b>{number(way.opens)}</b></td>)}</tr>
          </tfoot>
        </table>
      </div>
      <ol class="sentences">
        {shown.map((way, i) => {
          const example = brief.about.opens[i];
          return (
            <li key={i}>
              <span class="badge">Way {i + 1}</span> <WaySentence lines={way.red_lines} />. This opens{" "}
              {count(way.opens, "agreement", "agreements")}
              {example && differing.length > 0 && <>, for example <span class="example" dir="auto">{index.package(example, differing)}</span></>}.
              {brief.workbench && (
                <> <button type="button" class="small" onClick={() => change({ drop: [...new Set([...view.drop, ...way.red_lines])] })}>
                  Try this way</button></>
              )}
            </li>
          );
        })}
      </ol>
      {more}
    </Part>
  );
}
