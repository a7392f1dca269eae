// What follows where unclear red lines are not real, and which of them decides.
import { Line, Part, Term, useShared } from "./common";
import { number, quotient, share } from "./words";

export function Bar({ part, label }: { part: number; label: string }) {
  return (
    <div class="bar" role="img" aria-label={label}><div class="fill" style={{ width: `${Math.max(0, Math.min(1, part)) * 100}%` }} /></div>
  );
}

export function Readings() {
  const { brief } = useShared();
  const { unclear, total, with_agreement: open, decisive } = brief.zone.readings;
  if (unclear.length === 0 || total === null) return null;
  const rows = [...(decisive ?? [])].sort((a, b) => b.share - a.share);
  const deciding = rows.filter((row) => row.share > 0);
  const idle = rows.filter((row) => row.share <= 0);
  const part = quotient(open, total);
  return (
    <Part id="readings" title="If unclear red lines are not real"
      lead={<>Each of the {unclear.length} <Term of="unclear">unclear</Term> red lines may be real or not: {number(total)}{" "}
        <Term of="reading">readings</Term>. An agreement exists in {number(open)} of them.</>}>
      <div class="readings">
        <Bar part={part} label={`An agreement exists in ${share(part)} of the readings`} />
        <span class="value">{share(part)}</span>
      </div>
      {deciding.length > 0 && (
        <>
          <h3>What most needs to be found out</h3>
          <table class="decisive">
            <caption class="hidden">Unclear red lines and how often each decides</caption>
            <thead><tr><th scope="col">Unclear red line</th><th scope="col"><Term of="decisive">Decides</Term> in</th></tr></thead>
            <tbody>
              {deciding.map((row) => (
                <tr key={row.red_line}><th scope="row"><Line id={row.red_line} who /></th>
                  <td><div class="readings"><Bar part={row.share} label={`decides in ${share(row.share)} of the readings`} />
                    <span class="value">{share(row.share)}</span></div></td></tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {idle.length > 0 && (
        <details class="idle"><summary>{idle.length} unclear {idle.length === 1 ? "line decides" : "lines decide"} in no reading</summary>
          <div class="stack">{idle.map((row) => <Line key={row.red_line} id={row.red_line} who />)}</div></details>
      )}
    </Part>
  );
}
