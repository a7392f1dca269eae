// The workbench: red lines made firm, unclear or dropped, a draft, the day; asked of the server.
import { useEffect, useMemo, useState } from "preact/hooks";
import { ask, body, orders, post, type Progress } from "./ask";
import { Part, useShared } from "./common";
import { Orders } from "./orders";
import { nothing, type View } from "./state";
import type { Brief, Id, Judge, Package } from "./types";
import { sentence } from "./verdict";
import { count, date, list, share } from "./words";

type Standing = "firm" | "unclear" | "dropped";

function Lines({ base }: { base: Brief }) {
  const { index, view, change, look } = useShared();
  const original = useMemo(() => new Map(base.show.red_lines.map((line) => [line.id, line.firmness])), [base]);
  const standing = (id: Id): Standing => (view.drop.includes(id) ? "dropped" : view.firm.includes(id) ? "firm"
    : view.unclear.includes(id) ? "unclear" : original.get(id) ?? "firm");
  const put = (id: Id, next: Standing) => {
    const without = (ids: Id[]) => ids.filter((one) => one !== id);
    const changed = next !== "dropped" && next !== original.get(id);
    change({
      drop: next === "dropped" ? [...without(view.drop), id] : without(view.drop),
      firm: changed && next === "firm" ? [...without(view.firm), id] : without(view.firm),
      unclear: changed && next === "unclear" ? [...without(view.unclear), id] : without(view.unclear),
    });
  };
  return (
    <div class="standings">
      {base.show.parties.filter((party) => base.show.red_lines.some((line) => line.party === party.id)).map((party) => (
        <div key={party.id} class="standing-party">
          <h4 dir="auto">{party.name}</h4>
          {base.show.red_lines.filter((line) => line.party === party.id).map((line) => (
            <fieldset key={line.id} class={`standing ${standing(line.id)}`} data-line={line.id}>
              <legend dir="auto"><button type="button" class="aslink" aria-haspopup="dialog" onClick={() => look(`r:${line.id}`)}>{index.redLine(line.id)}</button></legend>
              <div class="choice">
                {(["firm", "unclear", "dropped"] as Standing[]).map((one) => (
                  <label key={one}><input type="radio" name={`line-${line.id}`} value={one} checked={standing(line.id) === one}
                    onChange={() => put(line.id, one)} /><span>{one}</span></label>
                ))}
              </div>
            </fieldset>
          ))}
        </div>
      ))}
    </div>
  );
}

function Judged({ judge, take }: { judge: Judge; take(draft: Package): void }) {
  const { brief, index } = useShared();
  const asked = brief.about.consenting;
  return (
    <div class={`judged ${judge.consents ? "yes" : "no"}`} role="status">
      <p class="answer"><b>{judge.consents ? "This is an agreement." : "This is no agreement."}</b>
        {judge.completed.length > 0 && ` What the draft leaves open was filled in at its best for an agreement: ${judge.completed.map((id) => `${index.issue(id)}: ${index.option(id, judge.package[id])}`).join("; ")}.`}</p>
      {!judge.feasible && <p class="warning">It breaks {list(judge.broken_links.map((one) => `“${brief.about.links[one.link - 1]?.says ?? one.rule}”`))}.</p>}
      <ul class="plainlist">
        {Object.entries(judge.parties).filter(([id, party]) => asked.includes(id) || party.broken.length > 0).map(([id, party]) => (
          <li key={id}><b dir="auto">{index.party(id)}</b> {party.consents ? "can consent" : "does not consent"}
            {!asked.includes(id) && " (not asked)"}
            {party.broken.length > 0 && <>: it breaks {list(party.broken.map((one) => `“${index.redLine(one.red_line)}”`))}</>}</li>
        ))}
      </ul>
      {judge.nearest && (
        <p>The nearest agreement changes {list(judge.nearest.changes.map((one) =>
          `${index.issue(one.issue)} to “${index.option(one.issue, one.to)}”`))}.{" "}
          <button type="button" class="small" onClick={() => take(judge.nearest!.package)}>Take it</button></p>
      )}
      {!judge.consents && !judge.nearest && judge.complete && <p class="note">There is no agreement to be near to.</p>}
    </div>
  );
}

function Draft() {
  const { brief, view, change } = useShared();
  const [judge, setJudge] = useState<Judge | null>(null);
  const [failed, setFailed] = useState("");
  const key = JSON.stringify([body(view), view.draft]);
  useEffect(() => {
    setFailed("");
    if (Object.keys(view.draft).length === 0) { setJudge(null); return; }
    const control = new AbortController();
    ask<Judge>("judge", { ...body(view), draft: view.draft }, control.signal).then(setJudge)
      .catch((error: Error) => { if (!control.signal.aborted) { setJudge(null); setFailed(error.message); } });
    return () => control.abort();
  }, [key]);
  const put = (issue: Id, option: Id) => {
    const draft = { ...view.draft };
    if (option === "") delete draft[issue]; else draft[issue] = option;
    change({ draft });
  };
  return (
    <>
      <div class="controls draft">
        {brief.show.issues.map((issue) => (
          <label key={issue.id}><span dir="auto">{issue.title}</span>
            <select data-issue={issue.id} value={view.draft[issue.id] ?? ""} onChange={(event) => put(issue.id, event.currentTarget.value)}>
              <option value="">left open</option>
              {issue.options.map((option) => <option key={option.id} value={option.id}>{option.title.slice(0, 100)}</option>)}
            </select>
          </label>
        ))}
      </div>
      {failed && <p class="warning" role="alert">{failed}</p>}
      {judge && <Judged judge={judge} take={(draft) => change({ draft })} />}
      {!judge && !failed && <p class="note">Choose an option for some issue, and the draft is judged at once.</p>}
    </>
  );
}

function Day({ base }: { base: Brief }) {
  const { view, change } = useShared();
  const days = useMemo(() => [...new Set(base.show.statements.map((one) => one.date).filter((one): one is string => one !== null))].sort(), [base]);
  if (days.length < 2) return null;
  const at = view.asOf === null ? days.length : Math.max(0, days.filter((day) => day <= view.asOf!).length - 1);
  const words = view.asOf === null ? `as the case has it${base.as_of ? `: ${date(base.as_of)}` : ""}` : date(view.asOf);
  return (
    <label class="day">What was said by <b>{words}</b>
      <input type="range" min={0} max={days.length} step={1} value={at} aria-valuetext={words}
        onInput={(event) => change({ asOf: days[Number(event.currentTarget.value)] ?? null })} />
    </label>
  );
}

async function save(view: View, title: string) {
  const answer = await post("case", { firm: view.firm, unclear: view.unclear, without: view.drop, orders: orders(view) }, "application/yaml");
  if (!answer.ok) throw new Error("the server did not write the case");
  const link = document.createElement("a");
  link.href = URL.createObjectURL(await answer.blob());
  link.download = `${title.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "").slice(0, 60) || "case"}-tried.yaml`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}

/** What is still being worked out, beside the answer that is there already. */
const working = (progress: Progress | null) => (!progress ? "working out the rest …"
  : `working out the rest: ${progress.part}${progress.done > 0 ? `, ${share(progress.done)}` : ""} …`);

export function Workbench({ base, busy, progress, failed, undo, redo }: {
  base: Brief; busy: boolean; progress: Progress | null; failed: string; undo: (() => void) | null; redo: (() => void) | null;
}) {
  const { brief, view, change } = useShared();
  const [wrong, setWrong] = useState("");
  const changed = view.drop.length + view.firm.length + view.unclear.length + Object.keys(view.draft).length + Object.keys(view.orders).length > 0 || view.asOf !== null;
  return (
    <div class="workbench">
      <Part id="try" title="Try it" lead="Change what counts, or put a draft together; every answer on this page follows. The case itself is never written.">
        <div class="bench-answer" role="status" aria-busy={busy}>
          <b>{sentence(brief.zone.verdict, brief.question.drop.length)}</b> <span>{count(brief.zone.agreements, "agreement", "agreements")}</span>
          {busy && <span class="working">{working(progress)}</span>}
        </div>
        {(failed || wrong) && <p class="warning" role="alert">{failed || wrong}</p>}
        <div class="tools">
          <button type="button" class="small" disabled={!undo} onClick={() => undo?.()}>Undo</button>
          <button type="button" class="small" disabled={!redo} onClick={() => redo?.()}>Redo</button>
          <button type="button" class="small" disabled={!changed} onClick={() => change({ ...nothing, evidence: view.evidence, from: view.from, to: view.to })}>As it was</button>
          <button type="button" class="small" onClick={() => save(view, base.case).catch((error: Error) => setWrong(error.message))}>Save as a new case</button>
        </div>
        <Day base={base} />
        <h3>Red lines</h3>
        <Lines base={base} />
        <Orders base={base} />
        <h3>A draft</h3>
        <Draft />
      </Part>
    </div>
  );
}
