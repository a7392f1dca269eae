// The answer in a sentence, what it rests on, and how far it can be trusted.
import { Jump, Part, Term, useShared } from "./common";
import { count, date, list, number, quotient, share, stopped } from "./words";

export function sentence(verdict: string, dropped: number): string {
  const under = dropped > 0 ? "under the red lines that are left" : "under the stated red lines";
  if (verdict === "none") return `No agreement is possible ${under}.`;
  if (verdict === "some") return `An agreement is possible ${under}.`;
  return "Whether an agreement is possible was not settled within the limits.";
}

function Figure({ value, words }: { value: string; words: string }) {
  return <div class="figure"><dt>{words}</dt><dd>{value}</dd></div>;
}

export function Verdict() {
  const { brief, index } = useShared();
  const { zone, about, show } = brief;
  const counting = show.red_lines.filter((line) => line.counts && about.consenting.includes(line.party));
  const firm = counting.filter((line) => line.firmness === "firm").length;
  const unclear = counting.length - firm;
  const assumed = counting.filter((line) => line.because.length === 0).length;
  const said = show.statements.filter((one) => one.counts && one.quote !== null).length;
  const graded = new Set(about.sources.filter((source) => source.grade_given).map((source) => source.id));
  const grades = list([...new Set(show.sources.filter((source) => graded.has(source.id)).map((source) => source.grade))].sort());
  const readings = zone.readings;
  const deciding = [...(readings.decisive ?? [])].sort((a, b) => b.share - a.share)[0];
  const part = quotient(readings.with_agreement, readings.total);
  return (
    <section id="verdict" class={`verdict ${zone.verdict}`} aria-labelledby="verdict-title">
      <p class="eyebrow" dir="auto">{brief.case}{brief.as_of && <> · as of {date(brief.as_of)}</>}</p>
      <h1 id="verdict-title">{sentence(zone.verdict, brief.question.drop.length)}</h1>
      {zone.verdict === "none" && zone.blocking.length > 0 && (
        <p class="lead">
          {count(zone.blocking.length, "conflict stands", "conflicts stand")} in the way, and{" "}
          {count(zone.concessions.length, "way leads", "ways lead")} out.{" "}
          <Jump to="conflicts">What stands in the way</Jump>
        </p>
      )}
      {zone.verdict === "some" && (
        <p class="lead">{count(zone.agreements, "package", "packages")} of {number(zone.feasible)} satisfy every red line
          that counts. <Jump to="agreements">Which they are</Jump></p>
      )}
      {about.review.length > 0 && (
        <p class="warning"><strong>Not reviewed yet.</strong> {count(about.review.length, "open question", "open questions")} may change
          this answer. <Jump to="assumptions">Which they are</Jump></p>
      )}
      {!brief.complete && <p class="warning"><strong>Not complete.</strong> {stopped(brief)}</p>}
      <dl class="figures">
        <Figure value={number(zone.agreements)} words="agreements" />
        <Figure value={number(zone.packages)} words="packages can be made" />
        <Figure value={String(firm)} words="firm red lines" />
        <Figure value={String(unclear)} words="unclear red lines" />
      </dl>
      <div class="rests">
        <p>
          <strong>What it rests on.</strong> {about.consent}. {count(counting.length, "red line of theirs counts", "red lines of theirs count")}
          {": "}{firm} <Term of="firm">firm</Term> and {unclear} <Term of="unclear">unclear</Term>, the unclear ones taken as real.
          {" "}{count(said, "statement", "statements")} with a quotation, from {count(show.sources.length, "source", "sources")}
          {grades && <> (<Term of="grade">graded</Term> {grades})</>}.
          {assumed > 0 && <> {count(assumed, "red line is", "red lines are")} assumed: no quotation bears {assumed === 1 ? "it" : "them"}.</>}
        </p>
        {readings.unclear.length > 0 && readings.total !== null && readings.with_agreement !== null && (
          <p>
            <strong>How far it can be trusted.</strong> {zone.verdict === "none"
              ? <>If some unclear red lines were not real, an agreement would exist in {number(readings.with_agreement)} of{" "}
                {number(readings.total)} <Term of="reading">readings</Term> ({share(part)}).</>
              : <>An agreement exists in {number(readings.with_agreement)} of {number(readings.total)}{" "}
                <Term of="reading">readings</Term> of the unclear red lines ({share(part)}).</>}
            {deciding && deciding.share > 0 && (
              <> What decides most: whether <b>{index.party(index.redLines.get(deciding.red_line)?.party ?? "")}</b>’s line
                {" "}“{index.redLine(deciding.red_line)}” is real. <Jump to="readings">Which unknown decides</Jump></>
            )}
          </p>
        )}
      </div>
    </section>
  );
}

export function Contradiction() {
  const { brief } = useShared();
  const found = brief.zone.contradiction;
  if (!found) return null;
  return (
    <Part id="contradiction" title="The links contradict one another"
      lead="No package at all satisfies these links together, whatever anybody wants.">
      <ul>{found.map((one) => <li key={one.link}><code>{one.rule}</code></li>)}</ul>
    </Part>
  );
}
