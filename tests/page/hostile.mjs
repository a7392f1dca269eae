// A case in which every text is markup or script, and everything is as much as a case may have.
const attacks = [
  "<script>globalThis.hacked = 1</script>", "</script><script>globalThis.hacked = 2</script>",
  "<img src=x onerror='globalThis.hacked = 3'>", "<svg onload='globalThis.hacked = 4'>", "{{constructor.constructor('globalThis.hacked = 5')()}}",
  "javascript:globalThis.hacked=6", "<!--<script>", "]]><iframe srcdoc='<script>parent.hacked = 7</script>'>",
  "\u202Eright to left override\u202C", "שלום עולם مرحبا بالعالم", "<style>*{display:none}</style>",
];
const PARTIES = 200;
const PACKAGES = 300; // at least so many, each of which is as good as another
const TITLE = 10000;
const quoted = (text) => JSON.stringify(text);
const attack = (i) => attacks[i % attacks.length];

/** The least number of packages that the page then lists. */
export const packages = PACKAGES;

export function hostile() {
  const long = "W".repeat(TITLE);
  const lines = ["pourparler: 1", `title: ${quoted(`${attack(1)}${long}`)}`, "as_of: 2024-01-02",
    "sources:", `  - {id: s, title: ${quoted(attack(2))}, text: ${quoted(attacks.slice(0, 8).join(" and ") + " end")}}`,
    "parties:"];
  for (let i = 0; i < PARTIES; i++) lines.push(`  - {id: p${i}, name: ${quoted(`${attack(i)} ${i === 3 ? long : i}`)}}`);
  lines.push("consent: p0 and p1", "issues:");
  for (let i = 0; i < 4; i++)
    lines.push(`  - {id: i${i}, title: ${quoted(`${attack(i + 3)} ${i === 2 ? long : ""}`)}, options: [{id: a, title: ${quoted(attack(i))}}, {id: b, title: ${quoted(long)}}, c, d]}`);
  lines.push(`  - {id: i4, title: ${quoted(attack(5))}, options: [a, b, c]}`);
  lines.push(`links:`, `  - {rule: i0 = a implies i1 != c, why: ${quoted(attack(0))}}`, "statements:");
  for (let i = 0; i < PARTIES; i++)
    lines.push(`  - {id: t${i}, party: p${i}, speaker: ${quoted(attack(i + 1))}, act: demands, about: i${i % 4} != d, source: s, date: 2024-01-01, quote: ${quoted(attack(i % 8))}}`);
  lines.push(`  - {id: free, party: p0, act: asserts, topic: ${quoted(attack(2))}, source: s, quote: ${quoted(attack(0))}}`, "red_lines:");
  for (let i = 0; i < PARTIES; i++) lines.push(`  - {id: r${i}, party: p${i}, holds: i${i % 4} != d, firmness: ${i % 3 ? "firm" : "unclear"}, because: [t${i}]}`);
  lines.push("preferences:");
  for (let party = 0; party < 2; party++) { // what one gains the other loses, so that no package is better than another
    const worth = (i, k) => (party === 0 ? k : 3 - k) * 4 ** i;
    const row = (i) => `i${i}: {${[..."abcd"].slice(0, i === 4 ? 3 : 4).map((id, k) => `${id}: ${worth(i, k)}`).join(", ")}}`;
    lines.push(`  p${party}:`, `    values: {${[0, 1, 2, 3, 4].map(row).join(", ")}}`, "    weights: {i0: 1, i1: 1, i2: 1, i3: 1, i4: 1}");
  }
  lines.push("assumptions:", `  - {id: a, says: ${quoted(`${attack(3)} ${long}`)}}`);
  return `${lines.join("\n")}\n`;
}
