// The position matrix: issues down, parties across; each entry opens the words behind it.
import { Line, Part, Term, useShared } from "./common";
import type { Id, Issue, Statement } from "./types";

const DOUBTFUL = new Set(["doubts", "warns", "asks"]);

function StatementButton({ said, issue }: { said: Statement; issue: Issue | null }) {
  const { index, look } = useShared();
  const words = issue ? index.within(issue, index.about(said.id)) : index.about(said.id);
  const doubt = DOUBTFUL.has(said.act) || said.strength === "hedged";
  const bare = said.quote === null;
  return (
    <button type="button" class={`said${doubt ? " doubt" : ""}${bare ? " bare" : ""}`} data-evidence={`s:${said.id}`}
      aria-haspopup="dialog" onClick={() => look(`s:${said.id}`)}>
      <span class="kind">{said.act}{said.strength && ` · ${said.strength}`}{bare && " · no quotation"}</span>
      <span dir="auto">{words}</span>
    </button>
  );
}

function PreferenceButton({ party, issue }: { party: Id; issue: Issue }) {
  const { brief, index, look } = useShared();
  const wish = brief.about.preferences.find((one) => one.party === party);
  const chain = wish?.orders[issue.id]?.[0];
  const values = wish?.values[issue.id];
  if (!chain && !values) return null;
  const best = chain
    ? chain[0].map((id) => index.option(issue.id, id))
    : issue.options.filter((one) => values![one.id] === Object.values(values!).sort((a, b) => Number(b) - Number(a))[0]).map((one) => one.title);
  return (
    <button type="button" class="wish" data-evidence={`p:${party}:${issue.id}`} aria-haspopup="dialog"
      onClick={() => look(`p:${party}:${issue.id}`)}>
      <span class="kind">likes best</span><span dir="auto">{best.join(" or ")}</span>
    </button>
  );
}

function CellContent({ party, issue }: { party: Id; issue: Issue }) {
  const { brief, index } = useShared();
  const cell = brief.show.cells.find((one) => one.party === party && one.issue === issue.id);
  return (
    <>
      {cell?.red_lines.map((id) => <Line key={id} id={id} issue={issue.id} />)}
      {cell?.statements.map((id) => index.statements.get(id)).filter((one): one is Statement => one !== undefined)
        .map((said) => <StatementButton key={said.id} said={said} issue={issue} />)}
      <PreferenceButton party={party} issue={issue} />
    </>
  );
}

function Legend() {
  return (
    <ul class="legend" aria-label="How to read the table">
      <li><span class="swatch line firm" /><span>firm <Term of="red-line">red line</Term></span></li>
      <li><span class="swatch line unclear" />unclear red line</li>
      <li><span class="swatch said" /><Term of="statement">statement</Term></li>
      <li><span class="swatch said doubt" />doubt or hedge</li>
      <li><span class="swatch wish" /><Term of="preference">preference</Term></li>
      <li><span class="swatch line assumed" /><span><Term of="assumption">assumed</Term>, no words behind it</span></li>
      <li><span class="swatch empty" />empty: nothing is known</li>
    </ul>
  );
}

export function Matrix() {
  const { brief } = useShared();
  const { parties, issues, statements } = brief.show;
  const loose = statements.filter((one) => one.counts && one.about === null);
  return (
    <Part id="positions" title="Who stands where"
      lead="Every entry opens the words that it comes from, and where they stand in the source.">
      <Legend />
      <div class="scroll" tabIndex={0} role="region" aria-label="Positions, parties by issues">
        <table class="matrix">
          <caption class="hidden">Positions of each party on each issue</caption>
          <thead>
            <tr><th scope="col">Issue</th>
              {parties.map((party) => (
                <th scope="col" key={party.id}><span dir="auto">{party.name}</span>
                  {party.role !== "principal" && <span class="role">{party.role}</span>}
                  {brief.about.consenting.includes(party.id) && <span class="role needed">consent needed</span>}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.map((issue) => (
              <tr key={issue.id}>
                <th scope="row"><span dir="auto">{issue.title}</span></th>
                {parties.map((party) => (
                  <td key={party.id} data-party={party.name}><CellContent party={party.id} issue={issue} /></td>
                ))}
              </tr>
            ))}
            {loose.length > 0 && (
              <tr>
                <th scope="row">What fits no issue</th>
                {parties.map((party) => (
                  <td key={party.id} data-party={party.name}>
                    {loose.filter((one) => one.party === party.id)
                      .map((said) => <StatementButton key={said.id} said={said} issue={null} />)}
                  </td>
                ))}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </Part>
  );
}
