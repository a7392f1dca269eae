// The words behind an entry, beside the page: quotation, place in the source, grade.
import { useEffect, useRef } from "preact/hooks";
import { jump, useShared } from "./common";
import { cut } from "./sources";
import type { Statement } from "./types";
import { date, grade } from "./words";

const AROUND = 320;

function Excerpt({ said }: { said: Statement }) {
  const { index, look } = useShared();
  const words = said.source ? index.aboutSources.get(said.source)?.words : undefined;
  const place = said.places[0];
  if (!words || !place) return null;
  const piece = words.find((one) => one.start <= place.start && place.start < one.start + Array.from(one.text).length);
  if (!piece) return null;
  const points = Array.from(piece.text);
  const from = Math.max(0, place.start - piece.start - AROUND);
  const to = Math.min(points.length, place.end - piece.start + AROUND);
  const parts = cut(points.slice(from, to).join(""), piece.start + from, said.places.map((span) => ({ name: said.id, span })));
  return (
    <>
      <h4>In the source</h4>
      <p class="excerpt" dir="auto">{from > 0 && "… "}
        {parts.map((part, i) => (part.names.length ? <mark key={i} class="found">{part.text}</mark> : part.text))}
        {to < points.length && " …"}</p>
      <button type="button" class="small" onClick={() => { look(null); setTimeout(() => jump(`words-${said.id}`), 0); }}>
        Read on in the source</button>
    </>
  );
}

function Said({ said }: { said: Statement }) {
  const { brief, index } = useShared();
  const source = said.source ? index.sources.get(said.source) : undefined;
  const about = said.source ? index.aboutSources.get(said.source) : undefined;
  const condition = brief.about.says.statements[said.id]?.if;
  const earlier = said.replaces ? index.statements.get(said.replaces) : undefined;
  return (
    <article class="evidence">
      {said.quote !== null ? <blockquote dir="auto">{said.quote}</blockquote>
        : <p class="warning">No quotation is given for this statement.</p>}
      <p><b dir="auto">{said.speaker ?? index.party(said.party)}</b>{said.speaker && <> for {index.party(said.party)}</>} {said.act}
        {said.strength && <> ({said.strength})</>}: <span dir="auto">{index.about(said.id)}</span>
        {condition && <>, on the condition: <span dir="auto">{condition}</span></>}.</p>
      <p class="note">{date(said.date)}{source && <> · <span dir="auto">{source.title ?? source.id}</span> · {about?.grade_given
        ? <>grade <b>{source.grade}</b> ({grade(source.grade)})</> : "not graded"}</>}</p>
      {earlier && <p class="note">Takes the place of: {earlier.act} {index.about(earlier.id)}, {date(earlier.date)}.</p>}
      {said.replaced_by && <p class="note">A later statement took its place.</p>}
      <Excerpt said={said} />
    </article>
  );
}

function Content({ of: wanted }: { of: string }) {
  const { brief, index } = useShared();
  const [kind, first, second] = wanted.split(":");
  if (kind === "r") {
    const line = index.redLines.get(first);
    if (!line) return <p>There is no red line of this name.</p>;
    const said = line.because.map((id) => index.statements.get(id)).filter((one): one is Statement => one !== undefined);
    return (
      <>
        <p class="eyebrow">{index.party(line.party)} · {line.firmness === "firm" ? "firm red line" : "unclear red line"}</p>
        <h3 dir="auto">{index.redLine(first)}</h3>
        <p class="note">{line.firmness === "firm" ? "The words leave no doubt that this is a red line."
          : "The words may or may not amount to a red line. It is counted as real, and both are looked at."}
          {!line.counts && " It does not count in this view."}</p>
        {said.length > 0 ? said.map((one) => <Said key={one.id} said={one} />)
          : <p class="warning">An assumption: no statement bears this red line.</p>}
      </>
    );
  }
  if (kind === "s") {
    const said = index.statements.get(first);
    if (!said) return <p>There is no statement of this name.</p>;
    return <><p class="eyebrow">{index.party(said.party)} · {said.act}</p><h3 dir="auto">{index.about(first)}</h3><Said said={said} /></>;
  }
  const wish = brief.about.preferences.find((one) => one.party === first);
  const issue = index.issues.get(second ?? "");
  if (!wish || !issue) return <p>Nothing is known here.</p>;
  const values = wish.values[issue.id];
  return (
    <>
      <p class="eyebrow">{index.party(first)} · preference</p>
      <h3 dir="auto">{issue.title}</h3>
      {wish.orders[issue.id]?.map((chain, i) => (
        <ol class="order" key={i}>{chain.map((rank, j) => <li key={j} dir="auto">{rank.map((id) => index.option(issue.id, id)).join(" and, alike, ")}</li>)}</ol>
      ))}
      {values && <ul class="plainlist">{issue.options.map((one) => <li key={one.id} dir="auto">{one.title}: {values[one.id]}</li>)}</ul>}
      <p class="note">Best first. What is not said here is not known.</p>
    </>
  );
}

export function Evidence() {
  const { view, look } = useShared();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current!;
    if (view.evidence && !element.open) element.showModal();
    if (!view.evidence && element.open) element.close();
    if (view.evidence) {
      element.scrollTop = 0;
      element.querySelector("mark.found")?.scrollIntoView({ block: "nearest" });
      element.scrollTop = Math.min(element.scrollTop, element.scrollHeight);
    }
  }, [view.evidence]);
  return (
    <dialog ref={dialog} class="drawer" aria-label="The words behind it" onClose={() => look(null)}
      onClick={(event) => { if (event.target === dialog.current) look(null); }}>
      <div class="drawer-body">
        <button type="button" class="close" onClick={() => look(null)}>Close</button>
        {view.evidence && <Content of={view.evidence} />}
      </div>
    </dialog>
  );
}
