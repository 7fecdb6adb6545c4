// Reads a file of citations in this thread: RIS, BibTeX or CSL-JSON, told apart by its content.
import { plugins } from "@citation-js/core";
import { done, type Outcome, refuse } from "@parley/core/internal";
import "@citation-js/plugin-bibtex";
import { fromText, Unreadable } from "../documents/index.js";
import { type CslItem, cslItem, sourceOf } from "./csl.js";
import { type Citations, type CitationsJob, MOST_CITATION_BYTES } from "./read-citations.js";
import { readRis } from "./ris.js";

const MOST_ITEMS = 2000;

/** The sources that a file names. */
export function citationsIn({ name, bytes }: CitationsJob): Outcome<Citations> {
  const say = (why: string): Outcome<Citations> => refuse(`${name}: ${why}.`);
  if (bytes.length > MOST_CITATION_BYTES)
    return say(`it is larger than ${MOST_CITATION_BYTES / 1024 ** 2} MB; give it in parts`);
  let items: readonly unknown[] | null;
  try {
    items = itemsIn(fromText(bytes).text.trim());
  } catch (error) {
    if (error instanceof Unreadable) return say(error.message);
    // The parser tells line and column, and then draws the line; its first line is enough.
    const [why] = (error instanceof Error ? error.message : String(error)).split("\n");
    return say(`it cannot be read: ${why?.replace(/:$/, "")}. Export it anew from the program that it came from`);
  }
  if (items === null) return say("it is none of RIS, BibTeX and CSL-JSON; export the sources in one of these forms");
  if (items.length === 0) return say("it names no source");
  const found = items.slice(0, MOST_ITEMS).map((item) => {
    const read = cslItem.safeParse(item);
    return read.success ? sourceOf(read.data) : null;
  });
  const sources = found.filter((one) => one !== null);
  const left = found.length - sources.length;
  return done({
    sources,
    remarks: [
      ...(left > 0 ? [`${name}: ${left} without a title ${left === 1 ? "was" : "were"} left out.`] : []),
      ...(items.length > MOST_ITEMS
        ? [`${name}: it names ${items.length} sources; the first ${MOST_ITEMS} were taken. Give the rest in parts.`]
        : []),
    ],
  });
}

/** The items of a text in any of the forms; null for another form. @throws what a parser says */
function itemsIn(text: string): readonly unknown[] | null {
  if (/^[[{]/.test(text)) return itemsOfJson(text);
  if (/^\s*TY {0,2}-/m.test(text)) return readRis(text) satisfies readonly CslItem[];
  // With its form said, nothing in it is taken for an address and fetched.
  if (/^\s*@\w+\s*[{(]/m.test(text))
    return plugins.input.chain(text, { forceType: "@biblatex/text", generateGraph: false });
  return null;
}

function itemsOfJson(text: string): readonly unknown[] {
  const read: unknown = JSON.parse(text);
  if (Array.isArray(read)) return read;
  // Zotero and others wrap them.
  const items = typeof read === "object" && read !== null && "items" in read ? read.items : null;
  return Array.isArray(items) ? items : [read];
}
