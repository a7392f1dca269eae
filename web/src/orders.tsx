// What a party wants more on an issue, put in order by hand: dragged, or moved by buttons.
import { useMemo, useRef, useState } from "preact/hooks";
import { useShared } from "./common";
import { groupOf, known, parse, print, put, step, tie, without, type Order } from "./order";
import type { Brief, Id } from "./types";

const keyOf = (party: Id, issue: Id) => `${party}:${issue}`;

/** Rows that follow the pointer: the row under way changes places with those that it passes. */
function useDrag(order: Order, set: (order: Order) => void) {
  const list = useRef<HTMLOListElement>(null);
  const [held, setHeld] = useState<{ option: Id; order: Order } | null>(null);
  const begin = (option: Id) => (event: PointerEvent) => {
    if (event.button !== 0) return;
    event.preventDefault();
    (event.currentTarget as Element).setPointerCapture(event.pointerId);
    setHeld({ option, order });
  };
  const move = (event: PointerEvent) => {
    if (!held || !list.current) return;
    const rows = [...list.current.querySelectorAll<HTMLElement>("[data-option]")].filter((row) => row.dataset.option !== held.option);
    const above = rows.filter((row) => { const box = row.getBoundingClientRect(); return box.top + box.height / 2 < event.clientY; });
    const rest = without(held.order, held.option);
    const at = above.length === 0 ? 0 : groupOf(rest, above[above.length - 1].dataset.option!) + 1;
    const next = put(held.order, held.option, at);
    if (print(next) !== print(held.order)) setHeld({ ...held, order: next });
  };
  const end = () => {
    if (held && print(held.order) !== print(order)) set(held.order);
    setHeld(null);
  };
  return { list, shown: held?.order ?? order, held: held?.option ?? null, begin, move, end, drop: () => setHeld(null) };
}

function Ranked({ order, set, title }: { order: Order; set(order: Order): void; title(option: Id): string }) {
  const drag = useDrag(order, set);
  const flat = drag.shown.flatMap((group, place) => group.map((option, i) => ({ option, place, first: i === 0, alone: group.length === 1 })));
  return (
    <ol class="order-list" ref={drag.list}>
      {flat.map(({ option, place, first, alone }) => (
        <li key={option} data-option={option} class={`${drag.held === option ? "held" : ""}${first ? "" : " tied"}`}>
          <span class="handle" title="drag to another place" aria-hidden="true" onPointerDown={drag.begin(option)} onPointerMove={drag.move}
            onPointerUp={drag.end} onPointerCancel={drag.drop}>⠿</span>
          <span class="place">{first ? `${place + 1}.` : "="}</span>
          <span class="name" dir="auto">{title(option)}</span>
          <span class="acts">
            <button type="button" class="small" disabled={place === 0 && alone} aria-label={`“${title(option)}” up`} onClick={() => set(step(order, option, -1))}>↑</button>
            <button type="button" class="small" disabled={place === order.length - 1 && alone} aria-label={`“${title(option)}” down`} onClick={() => set(step(order, option, 1))}>↓</button>
            <button type="button" class="small" disabled={place === 0 && alone} aria-pressed={!first} onClick={() => set(tie(order, option))}
              aria-label={alone ? `“${title(option)}” is worth as much as the one above` : `“${title(option)}” on its own`}>=</button>
            <button type="button" class="small" aria-label={`“${title(option)}”: not known`} onClick={() => set(without(order, option))}>×</button>
          </span>
        </li>
      ))}
    </ol>
  );
}

function Editor({ base, party, issue }: { base: Brief; party: Id; issue: Id }) {
  const { index, view, change } = useShared();
  const key = keyOf(party, issue);
  const chains = useMemo(() => known(base.about.preferences, party, issue), [base, party, issue]);
  const tried = view.orders[key];
  const order = tried !== undefined ? parse(tried) : chains.length === 1 ? chains[0] : [];
  const several = tried === undefined && chains.length > 1;
  const set = (next: Order) => {
    const orders = { ...view.orders, [key]: print(next) };
    if (print(next) === (chains.length === 0 ? "" : chains.length === 1 ? print(chains[0]) : null)) delete orders[key];
    change({ orders });
  };
  const options = base.show.issues.find((one) => one.id === issue)?.options ?? [];
  const left = options.filter((option) => groupOf(order, option.id) < 0);
  const title = (option: Id) => index.option(issue, option);
  if (base.about.preferences.find((one) => one.party === party)?.values[issue])
    return <p class="note">The case gives values here, which are an order already.</p>;
  return (
    <div class="order-edit" data-order={key}>
      {several && (
        <p>The case knows this order in parts: {chains.map((chain) => chain.map((group) => group.map(title).join(" = ")).join(", then ")).join("; and ")}.{" "}
          <button type="button" class="small" onClick={() => set(chains[0])}>Try one order</button></p>
      )}
      {order.length > 0 && <Ranked order={order} set={set} title={title} />}
      {!several && left.length > 0 && (
        <div class="unranked">
          <p class="note">{order.length === 0 ? "Nothing is known of what it wants more here. Begin with the best:" : "Not compared with these; put at the end:"}</p>
          {left.map((option) => <button key={option.id} type="button" class="small" onClick={() => set([...order, [option.id]])}>{option.title.slice(0, 80)}</button>)}
        </div>
      )}
    </div>
  );
}

/** Orders that were tried, each with the way back. */
function Tried() {
  const { index, view, change } = useShared();
  const tried = Object.entries(view.orders);
  if (tried.length === 0) return null;
  const back = (key: string) => { const orders = { ...view.orders }; delete orders[key]; change({ orders }); };
  return (
    <ul class="plainlist">
      {tried.map(([key, text]) => {
        const [party, issue] = key.split(":");
        return (
          <li key={key}><b dir="auto">{index.party(party)}</b> on “{index.issue(issue)}”: {text === "" ? "nothing known"
            : parse(text).map((group) => group.map((option) => index.option(issue, option)).join(" = ")).join(", then ")}{" "}
            <button type="button" class="small" onClick={() => back(key)}>Take back</button></li>
        );
      })}
    </ul>
  );
}

export function Orders({ base }: { base: Brief }) {
  const parties = base.show.parties.filter((party) => base.about.consenting.includes(party.id) || base.about.preferences.some((one) => one.party === party.id));
  const issues = base.show.issues.filter((issue) => issue.options.length > 1);
  const [party, setParty] = useState(parties[0]?.id ?? "");
  const [issue, setIssue] = useState(issues[0]?.id ?? "");
  if (parties.length === 0 || issues.length === 0) return null;
  return (
    <>
      <h3>What a party wants more</h3>
      <div class="controls">
        <label>Party<select data-orders="party" value={party} onChange={(event) => setParty(event.currentTarget.value)}>
          {parties.map((one) => <option key={one.id} value={one.id}>{one.name.slice(0, 80)}</option>)}</select></label>
        <label>Issue<select data-orders="issue" value={issue} onChange={(event) => setIssue(event.currentTarget.value)}>
          {issues.map((one) => <option key={one.id} value={one.id}>{one.title.slice(0, 80)}</option>)}</select></label>
      </div>
      <Editor key={keyOf(party, issue)} base={base} party={party} issue={issue} />
      <Tried />
    </>
  );
}
