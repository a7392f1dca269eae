// The state graph: who can get where, by which steps, and where each state stands in the picture.
import type { Code, Id, Stable } from "./types";

export type Graph = NonNullable<Stable["graph"]>;
export type Move = Graph["moves"][number];

/** The last step of a shortest path to each state that is reached; the start has none. */
export function reach(graph: Graph, from: Code, gainsAlone: boolean): Map<Code, Move | null> {
  const out = new Map<Code, Move[]>();
  for (const move of graph.moves) if (move.gain || !gainsAlone) out.set(move.from, [...(out.get(move.from) ?? []), move]);
  const found = new Map<Code, Move | null>([[from, null]]);
  let edge = [from];
  while (edge.length > 0) {
    const next: Code[] = [];
    for (const state of edge) for (const move of out.get(state) ?? []) {
      if (found.has(move.to)) continue;
      found.set(move.to, move);
      next.push(move.to);
    }
    edge = next;
  }
  return found;
}

/** The steps of the path to a state, the first one first. */
export function path(found: Map<Code, Move | null>, to: Code): Move[] {
  const steps: Move[] = [];
  for (let move = found.get(to); move; move = found.get(move.from)) steps.unshift(move);
  return steps;
}

export interface Place { code: Code; x: number; y: number; width: number }
export interface Layout { places: Map<Code, Place>; width: number; height: number; columns: { x: number; words: string }[] }

const ROWS_MAX = 12;
const ROW = 40;
const GAP = 120; // between columns, where the moves are
const HEAD = 7.4; // the room that a letter of a column's head takes
const WITHIN = 26; // between the parts of one column
const TOP = 52;
const EDGE = 16;
const LOOP = 44; // what moves within the last column bulge out

const middle = (numbers: number[]) => (numbers.length ? numbers.reduce((sum, one) => sum + one, 0) / numbers.length : null);

/** States by column, each column ordered so that moves from the columns before cross little. */
function ordered(columns: Code[][], moves: Move[]): Code[][] {
  const height = new Map<Code, number>();
  const place = (column: Code[]) => column.forEach((code, i) => height.set(code, (i + 0.5) / column.length));
  columns.forEach(place);
  const beside = new Map<Code, Code[]>();
  for (const { from, to } of moves) {
    beside.set(from, [...(beside.get(from) ?? []), to]);
    beside.set(to, [...(beside.get(to) ?? []), from]);
  }
  for (let sweep = 0; sweep < 4; sweep++)
    for (const column of columns) {
      const key = new Map(column.map((code) => [code, middle((beside.get(code) ?? []).filter((one) => !column.includes(one))
        .map((one) => height.get(one)!)) ?? height.get(code)!]));
      column.sort((a, b) => key.get(a)! - key.get(b)! || height.get(a)! - height.get(b)!);
      place(column);
    }
  return columns;
}

/** Columns from left to right; long ones are broken into parts. */
export function layOut(columns: { words: string; codes: Code[] }[], moves: Move[], label: (code: Code) => string): Layout {
  const filled = columns.filter((column) => column.codes.length > 0);
  ordered(filled.map((column) => column.codes), moves);
  const rows = Math.min(ROWS_MAX, Math.max(...filled.map((column) => column.codes.length)));
  const places = new Map<Code, Place>();
  const heads: Layout["columns"] = [];
  let x = EDGE;
  for (const { words, codes } of filled) {
    heads.push({ x, words });
    const parts = Math.ceil(codes.length / ROWS_MAX), tall = Math.ceil(codes.length / parts);
    for (let part = 0; part < parts; part++) {
      const those = codes.filter((_, i) => i % parts === part);
      const width = Math.max(40, ...those.map((code) => 18 + 9 * label(code).length));
      those.forEach((code, i) => places.set(code, { code, x: x + width / 2, width, y: TOP + ((rows - tall) / 2 + i + 0.5) * ROW }));
      x += width + (part + 1 < parts ? WITHIN : 0);
    }
    x = Math.max(x + GAP, heads[heads.length - 1].x + HEAD * words.length + WITHIN);
  }
  return { places, columns: heads, width: Math.max(x - GAP, heads[heads.length - 1].x + HEAD * heads[heads.length - 1].words.length) + LOOP, height: TOP + rows * ROW + EDGE };
}

/** A curve from the rim of one state to that of another; there and back are two lines. */
export function curve(a: Place, b: Place, bend: number): string {
  const round = (value: number) => value.toFixed(1);
  const right = b.x > a.x + 1, level = Math.abs(b.x - a.x) <= 1;
  const x0 = a.x + (right || level ? a.width / 2 : -a.width / 2);
  const x1 = b.x + (right ? -b.width / 2 - 3 : b.width / 2 + 3);
  const pull = level ? 22 + Math.min(40, Math.abs(b.y - a.y) / 4) : Math.max(24, Math.abs(x1 - x0) / 2.2);
  const c0 = x0 + (right || level ? pull : -pull), c1 = x1 + (right ? -pull : pull);
  const lift = right ? bend : bend + 7;
  return `M${round(x0)},${round(a.y + lift)}C${round(c0)},${round(a.y + lift)} ${round(c1)},${round(b.y + lift)} ${round(x1)},${round(b.y + lift)}`;
}

/** Parties that take a step, each with its place among them: that is its colour and its dash. */
export const movers = (graph: Graph): Map<Id, number> =>
  new Map([...new Set(graph.moves.map((move) => move.party))].sort().map((id, i) => [id, i]));
