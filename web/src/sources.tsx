// The last pages: assumptions, links, sources with their words, method and limits, glossary.
import { Part, Term, useShared } from "./common";
import { glossary } from "./glossary";
import type { Span } from "./types";
import { date, grade, stopped } from "./words";

declare const PP_NOTICES: { name: string; licence: string }[];

interface Marked { text: string; names: string[]; begins: string[] }

/** A text cut where marks begin and end; places count code points, as in the answers. */
export function cut(text: string, start: number, marks: { name: string; span: Span }[]): Marked[] {
  const points = Array.from(text);
  const end = start + points.length;
  const inside = marks.filter((mark) => mark.span.start < end && mark.span.end > start);
  const edges = [...new Set([start, end, ...inside.flatMap((mark) => [
    Math.max(start, mark.span.start), Math.min(end, mark.span.end)])])].sort((a, b) => a - b);
  return edges.slice(0, -1).map((from, i) => ({
    text: points.slice(from - start, edges[i + 1] - start).join(""),
    names: inside.filter((mark) => mark.span.start <= from && mark.span.end > from).map((mark) => mark.name),
    begins: inside.filter((mark) => Math.max(start, mark.span.start) === from).map((mark) => mark.name),
  }));
}

export function Assumptions() {
  const { brief } = useShared();
  const { assumptions, links, review } = brief.about;
  if (assumptions.length + links.length + review.length === 0) return null;
  return (
    <Part id="assumptions" title="What this rests on, beside what was said">
      {assumptions.length > 0 && <ul class="plainlist">{assumptions.map((one) => <li key={one.id} dir="auto">{one.says}</li>)}</ul>}
      {links.length > 0 && (
        <>
          <h3><Term of="link">Links</Term></h3>
          <ul class="plainlist">{links.map((one, i) => <li key={i} dir="auto">{one.says}{one.why && <span class="why"> — {one.why}</span>}</li>)}</ul>
        </>
      )}
      {review.length > 0 && (
        <>
          <h3>Still to be looked at</h3>
          <ul class="plainlist">{review.slice(0, 100).map((one, i) => <li key={i} dir="auto">{one.what}<span class="why"> — {one.why}</span></li>)}</ul>
        </>
      )}
    </Part>
  );
}

export function Sources() {
  const { brief, index, look } = useShared();
  if (brief.show.sources.length === 0) return null;
  return (
    <Part id="sources" title="Sources" lead={<>The <Term of="grade">grade</Term> says how far a source can be trusted. The words
      that statements rest on are marked.</>}>
      {brief.show.sources.map((source) => {
        const about = index.aboutSources.get(source.id);
        const marks = brief.show.statements.filter((one) => one.source === source.id)
          .flatMap((one) => one.places.map((span) => ({ name: one.id, span })));
        return (
          <article key={source.id} id={`source-${source.id}`} class="source">
            <h3 dir="auto">{source.title ?? source.id}</h3>
            <p class="note">{source.date && <>{date(source.date)} · </>}
              {about?.grade_given ? <>grade <b>{source.grade}</b>: {grade(source.grade)}</> : "not graded"}
              {about?.file && <> · <span class="file">{about.file}</span></>}</p>
            <details>
              <summary>The words, with {marks.length} marked</summary>
              <div class="words" dir="auto">
                {about?.words.map((piece, i) => (
                  <p key={i}>{i > 0 && "… "}
                    {cut(piece.text, piece.start, marks).map((part, j) => (
                      part.names.length === 0 ? part.text : (
                        <mark key={j} id={part.begins.length ? `words-${part.begins[0]}` : undefined}>
                          <button type="button" class="inmark" aria-haspopup="dialog" onClick={() => look(`s:${part.names[0]}`)}>{part.text}</button>
                        </mark>
                      )
                    ))}
                  </p>
                ))}
              </div>
              {about && <p class="note hash">SHA-256 {about.sha256}</p>}
            </details>
          </article>
        );
      })}
    </Part>
  );
}

export function Method() {
  const { brief } = useShared();
  const warnings = brief.check.warnings;
  return (
    <Part id="method" title="Method and limits">
      <p>A package is an agreement when it satisfies every link and every red line of the parties whose consent is needed. All
        packages are looked at, by an exact method ({brief.zone.engine}); none is sampled. Red lines are never averaged or
        weighed. Conflicts and ways out are all of the smallest ones.</p>
      <p>What no source says is not in this analysis: an empty field means that nothing is known, and not that a party has no view.
        Whether words make a red line, and whether it is firm, is a judgement of whoever wrote the case; each can be checked against
        its quotation. The answer holds for the issues and options named here, and for no others.</p>
      {brief.complete ? <p>No limit was reached: the answers are complete.</p> : <p>{stopped(brief)}</p>}
      {warnings.length > 0 && (
        <details><summary>{warnings.length} {warnings.length === 1 ? "remark" : "remarks"} of the check</summary>
          <ul class="plainlist">{warnings.map((one, i) => <li key={i}>{one.message}{one.hint && <span class="why"> — {one.hint}</span>}</li>)}</ul>
        </details>
      )}
      <h3>Words</h3>
      <dl class="glossary">
        {Object.entries(glossary).map(([key, one]) => (
          <div key={key} id={`term-${key}`}><dt>{one.word}</dt><dd>{one.says}</dd></div>
        ))}
      </dl>
      <details class="notices"><summary>Made with pourparler {brief.tool.version}; notices</summary>
        {PP_NOTICES.map((one) => <div key={one.name}><h4>{one.name}</h4><pre tabIndex={0}>{one.licence}</pre></div>)}
      </details>
    </Part>
  );
}
