// The page: the same for a report, which carries its answers, and for the workbench, which asks.
import { render } from "preact";
import { App } from "./app";
import { shorten } from "./shorten";
import type { Brief } from "./types";

const answers = document.getElementById("answers")!;
const brief = shorten(JSON.parse(answers.textContent ?? "") as Brief);
const page = document.getElementById("page")!;
page.textContent = "";
document.title = `${brief.case} – pourparler`;
render(<App first={brief} />, page);
