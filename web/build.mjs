// Bundles the page and writes it as C: build.mjs OUTPUT. The page comes in pieces, between which the
// library puts its policy and the answers (src/report/bundle.h says which).
import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { build, version } from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const output = process.argv[2] ?? join(here, "page_bundle.c");
const BYTE_COUNT_MAX = 1_500_000;
const BYTES_A_LINE = 24;

const notices = [["Preact", "preact"]].map(([name, folder]) => {
  const about = JSON.parse(readFileSync(join(here, "node_modules", folder, "package.json"), "utf8"));
  const licence = readFileSync(join(here, "node_modules", folder, "LICENSE"), "utf8");
  return { name: `${name} ${about.version}`, licence: licence.trim() };
});

const common = { bundle: true, minify: true, write: false, logLevel: "warning", absWorkingDir: here };
const script = await build({
  ...common,
  entryPoints: ["src/main.tsx"],
  format: "iife",
  target: ["chrome90", "firefox90", "safari15"],
  jsx: "automatic",
  jsxImportSource: "preact",
  charset: "utf8",
  legalComments: "none",
  define: { PP_NOTICES: JSON.stringify(notices) },
});
const style = await build({ ...common, entryPoints: ["src/style.css"], target: ["chrome90", "firefox90", "safari15"] });
const code = script.outputFiles[0].text.trim();
const css = style.outputFiles[0].text.trim();
if (/<\/(script|style)/i.test(code) || /<\/style/i.test(css)) throw new Error("the bundle ends its own element");

const hash = (text) => `'sha256-${createHash("sha256").update(text, "utf8").digest("base64")}'`;
const pieces = {
  before: `<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n`,
  middle:
    `<meta name="viewport" content="width=device-width, initial-scale=1">\n` +
    `<meta name="color-scheme" content="light dark">\n<meta name="referrer" content="no-referrer">\n` +
    `<link rel="icon" href="data:,">\n` +
    `<title>pourparler</title>\n<style>${css}</style>\n</head>\n<body>\n` +
    `<div id="page"><p class="plain">This page needs JavaScript, which it carries itself; it asks nothing of any network.</p></div>\n` +
    `<script type="application/json" id="answers">`,
  after: `</script>\n<script>${code}</script>\n</body>\n</html>\n`,
  policy:
    `default-src 'none'; script-src ${hash(code)}; style-src ${hash(css)}; img-src data:; ` +
    `base-uri 'none'; form-action 'none'`,
};
const size = Object.values(pieces).reduce((sum, text) => sum + Buffer.byteLength(text), 0);
if (size > BYTE_COUNT_MAX) throw new Error(`the page has ${size} bytes, more than ${BYTE_COUNT_MAX}`);

const lines = ['/* Made by web/build.mjs from web/; see report/bundle.h. */', '#include "report/bundle.h"', ""];
for (const [name, text] of Object.entries(pieces)) {
  const bytes = [...Buffer.from(text, "utf8"), 0];
  lines.push(`static const unsigned char ${name}[] = {`);
  for (let at = 0; at < bytes.length; at += BYTES_A_LINE) lines.push(bytes.slice(at, at + BYTES_A_LINE).join(",") + ",");
  lines.push("};", "");
}
lines.push("const pp_i_bundle pp_i_bundle_page = {true, (const char *)before, (const char *)middle,");
lines.push("                                      (const char *)after, (const char *)policy};", "");
writeFileSync(output, lines.join("\n"));
console.log(`page: ${size} bytes, esbuild ${version}`);
