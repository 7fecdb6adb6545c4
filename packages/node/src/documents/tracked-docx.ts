// What a word processor's tracked changes changed: each paragraph of a document as it stood before them, and as it stands with them.
// Office Open XML text (ECMA-376, part 1, 17.13.5).
import { strFromU8 } from "fflate";
import { SaxesParser } from "saxes";
import { Unreadable } from "./document-text.js";
import { zipParts } from "./zip.js";

export interface TrackedParagraph {
  /** Names of the bookmarks that begin in it. */
  readonly marks: readonly string[];
  /** With every tracked change refused. */
  readonly before: string;
  /** With every tracked change accepted. */
  readonly after: string;
}

const MB = 1024 * 1024;
/** A document that two sides write on is no archive. */
export const MOST_TRACKED_BYTES = 5 * MB;
const MOST_UNPACKED = 20 * MB;
const MOST_PARAGRAPHS = 5000;
const MOST_LETTERS = 2_000_000;
const DEEPEST = 200;
const DOCUMENT = "word/document.xml";

/** What stands for text besides letters. */
const LETTERS: Readonly<Record<string, string>> = {
  "w:tab": "\t",
  "w:br": "\n",
  "w:cr": "\n",
  "w:noBreakHyphen": "\u2011",
};
const ADDED = new Set(["w:ins", "w:moveTo"]);
const TAKEN = new Set(["w:del", "w:moveFrom"]);

/** The paragraphs in order, those of tables too. @throws Unreadable */
export function trackedParagraphs(bytes: Uint8Array): TrackedParagraph[] {
  const part = zipParts(bytes, (name) => name === DOCUMENT, MOST_UNPACKED)[DOCUMENT];
  if (!part) throw new Unreadable("it is no .docx: it has no text of its own");
  const reader = new ParagraphReader();
  const parser = new SaxesParser();
  let depth = 0;
  parser.on("error", () => {
    throw new Unreadable("it is a damaged .docx; open it in a word processor and save it anew");
  });
  parser.on("doctype", () => {
    throw new Unreadable("it declares a document type (DOCTYPE), which no word processor writes; do not trust it");
  });
  parser.on("opentag", ({ name, attributes }) => {
    if (++depth > DEEPEST) throw new Unreadable("its parts nest too deep, as no written document's do");
    reader.open(name, attributes);
  });
  parser.on("closetag", ({ name }) => {
    depth -= 1;
    reader.close(name);
  });
  parser.on("text", (text) => reader.text(text));
  parser.write(strFromU8(part)).close();
  return reader.paragraphs();
}

/** A paragraph that is being read. */
interface Open {
  readonly marks: string[];
  before: string;
  after: string;
  /** Whether the end of the paragraph was itself added or taken out: then it was, or is, one with the next. */
  endAdded: boolean;
  endTaken: boolean;
}

class ParagraphReader {
  readonly #closed: Open[] = [];
  /** A paragraph can stand within another, in a text box. */
  readonly #open: Open[] = [];
  #added = 0;
  #taken = 0;
  #inText = 0;
  #letters = 0;
  /** Within the properties of a paragraph, tags of changes are about its end. */
  #inProperties = 0;

  open(name: string, attributes: Readonly<Record<string, string>>): void {
    const at = this.#open.at(-1);
    if (name === "w:p" && this.#closed.length + this.#open.length >= MOST_PARAGRAPHS)
      throw new Unreadable(`it has more than ${MOST_PARAGRAPHS} paragraphs; take in the text alone`);
    if (name === "w:p") this.#open.push({ marks: [], before: "", after: "", endAdded: false, endTaken: false });
    else if (name === "w:pPr") this.#inProperties += 1;
    else if (this.#inProperties > 0) {
      if (at && ADDED.has(name)) at.endAdded = true;
      if (at && TAKEN.has(name)) at.endTaken = true;
    } else if (ADDED.has(name)) this.#added += 1;
    else if (TAKEN.has(name)) this.#taken += 1;
    else if (name === "w:t" || name === "w:delText") this.#inText += 1;
    else if (name === "w:bookmarkStart" && attributes["w:name"]) at?.marks.push(attributes["w:name"]);
    else if (Object.hasOwn(LETTERS, name)) this.#put(LETTERS[name] ?? "");
  }

  close(name: string): void {
    if (name === "w:p") {
      const done = this.#open.pop();
      if (done) this.#closed.push(done);
    } else if (name === "w:pPr") this.#inProperties -= 1;
    else if (this.#inProperties > 0) return;
    else if (ADDED.has(name)) this.#added -= 1;
    else if (TAKEN.has(name)) this.#taken -= 1;
    else if (name === "w:t" || name === "w:delText") this.#inText -= 1;
  }

  text(text: string): void {
    if (this.#inText > 0) this.#put(text);
  }

  #put(text: string): void {
    const at = this.#open.at(-1);
    if (!at) return;
    this.#letters += text.length;
    if (this.#letters > MOST_LETTERS)
      throw new Unreadable(`it has more than ${MOST_LETTERS / 1e6} million letters; take in the text alone`);
    if (this.#added === 0) at.before += text;
    if (this.#taken === 0) at.after += text;
  }

  /** What was one paragraph, or became one, is told where it begins. */
  paragraphs(): TrackedParagraph[] {
    const told = this.#closed.map(({ marks }) => ({ marks, before: "", after: "" }));
    let [before, after] = [0, 0];
    for (const [k, one] of this.#closed.entries()) {
      const last = this.#closed[k - 1];
      // What has no words yet is not where words begin: a paragraph that was taken out whole leaves the next one as it is.
      if (!last?.endAdded || told[before]?.before === "") before = k;
      if (!last?.endTaken || told[after]?.after === "") after = k;
      const [toBefore, toAfter] = [told[before], told[after]];
      if (toBefore) toBefore.before = joined(toBefore.before, one.before);
      if (toAfter) toAfter.after = joined(toAfter.after, one.after);
    }
    return told.map((one) => ({ ...one, before: tidy(one.before), after: tidy(one.after) }));
  }
}

/** Words of two paragraphs do not run into one. */
const joined = (one: string, other: string): string =>
  one !== "" && other !== "" && !/\s$/.test(one) && !/^\s/.test(other) ? `${one} ${other}` : one + other;

/** Without soft hyphens, which are not seen, and without control characters, which no text of a room holds. */
const tidy = (text: string): string =>
  text
    .replaceAll("\u00ad", "")
    .replace(/(?![\n\t])\p{Cc}/gu, "")
    .trim();
