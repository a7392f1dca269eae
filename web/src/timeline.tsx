// Who said what, day by day; what a later statement took the place of is marked.
import { Part, useFirst, useShared } from "./common";
import type { Statement } from "./types";
import { date } from "./words";

const SHOWN_MAX = 60;

export function Timeline() {
  const { brief, index, look } = useShared();
  const dated = brief.show.statements.filter((one) => one.date !== null)
    .sort((a, b) => (a.date! < b.date! ? -1 : a.date! > b.date! ? 1 : 0));
  const [shown, more] = useFirst(dated, SHOWN_MAX);
  if (dated.length === 0) return null;
  const days: [string, Statement[]][] = [];
  for (const one of shown)
    if (days.length && days[days.length - 1][0] === one.date) days[days.length - 1][1].push(one);
    else days.push([one.date!, [one]]);
  return (
    <Part id="timeline" title="Who said what when">
      <ol class="days">
        {days.map(([day, said]) => (
          <li key={day}>
            <h3><time dateTime={day}>{date(day)}</time></h3>
            <ul>
              {said.map((one) => (
                <li key={one.id} class={one.counts ? undefined : "past"}>
                  <button type="button" class="entry" aria-haspopup="dialog" data-evidence={`s:${one.id}`} onClick={() => look(`s:${one.id}`)}>
                    <b dir="auto">{index.party(one.party)}</b> {one.act}: <span dir="auto">{index.about(one.id)}</span>
                    {one.replaced_by && <span class="tag">replaced later</span>}
                    {one.replaces && <span class="tag">takes back an earlier statement</span>}
                    {!one.counts && !one.replaced_by && <span class="tag">not yet said</span>}
                  </button>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {more}
    </Part>
  );
}
