// Where there are agreements: which, and how often each option occurs in them.
import { Part, useShared } from "./common";
import { Bar } from "./readings";
import { count, number, share } from "./words";

function Shares() {
  const { brief } = useShared();
  const { shares } = brief.zone;
  if (Object.keys(shares).length === 0 || brief.zone.agreements === "1") return null;
  return (
    <>
      <h3>How often each option occurs in the agreements</h3>
      <div class="shares">
        {brief.show.issues.map((issue) => (
          <table key={issue.id} class="share">
            <caption dir="auto">{issue.title}</caption>
            <thead class="hidden"><tr><th scope="col">Option</th><th scope="col">Share of agreements</th></tr></thead>
            <tbody>
              {issue.options.map((option) => {
                const part = shares[issue.id]?.[option.id] ?? 0;
                return (
                  <tr key={option.id} class={part <= 0 ? "never" : part >= 1 ? "always" : undefined}>
                    <th scope="row" dir="auto">{option.title}</th>
                    <td><div class="readings"><Bar part={part} label={share(part)} /><span class="value">{share(part)}</span></div></td>
                  </tr>
                );
              })}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}

export function Agreements() {
  const { brief, index } = useShared();
  const { witnesses, agreements } = brief.zone;
  if (witnesses.length === 0) return null;
  const all = agreements === String(witnesses.length);
  return (
    <Part id="agreements" title={witnesses.length === 1 ? "An agreement" : "Agreements"}
      lead={all ? `All ${count(agreements, "agreement", "agreements")}.`
        : `The first ${witnesses.length} of ${number(agreements)}, in a fixed order that means nothing.`}>
      <div class="scroll" tabIndex={0} role="region" aria-label="Agreements, an option for each issue">
        <table class="packages">
          <caption class="hidden">Agreements, an option for each issue</caption>
          <thead><tr><th scope="col">Issue</th>{witnesses.map((_, i) => <th scope="col" key={i}>{i + 1}</th>)}</tr></thead>
          <tbody>
            {brief.show.issues.map((issue) => {
              const same = new Set(witnesses.map((one) => one[issue.id])).size === 1;
              return (
                <tr key={issue.id}><th scope="row" dir="auto">{issue.title}</th>
                  {same
                    ? <td colSpan={witnesses.length} class="same" dir="auto">{index.option(issue.id, witnesses[0][issue.id])}</td>
                    : witnesses.map((one, i) => <td key={i} dir="auto">{index.option(issue.id, one[issue.id])}</td>)}
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Shares />
    </Part>
  );
}
