// Office Open XML text (ECMA-376). Mammoth knows the format; what it is handed was unpacked, capped and looked through
// here, and packed anew without compression, so that it sees nothing that was not.
import { strFromU8, strToU8, zipSync } from "fflate";
import mammoth from "mammoth";
import { type DocumentText, type Limits, Unreadable } from "./document-text.js";
import { zipParts } from "./zip.js";

type Parts = Readonly<Record<string, Uint8Array>>;

/** The paragraphs, tracked insertions with them and tracked deletions without. @throws Unreadable */
export async function fromDocx(bytes: Uint8Array, limits: Limits): Promise<DocumentText> {
  const parts = zipParts(bytes, (name) => /\.(xml|rels)$/i.test(name), limits.inflated);
  for (const [name, part] of Object.entries(parts)) expectPlainXml(name, part);
  const text = await rawText(parts);
  const properties = partText(parts, "docProps/core.xml");
  const title = elementText(properties, "title");
  const byline = elementText(properties, "creator");
  return {
    format: "docx",
    text: normalised(text),
    ...(title !== undefined && { title }),
    ...(byline !== undefined && { byline }),
    remarks: remarksOn(parts),
  };
}

/** Neither document types nor entities have a place in these parts; and what is not UTF-8 could hide them. */
function expectPlainXml(name: string, part: Uint8Array): void {
  const text = Buffer.from(part.buffer, part.byteOffset, part.byteLength);
  if (text.includes("<!DOCTYPE") || text.includes("<!ENTITY"))
    throw new Unreadable(
      `its part ${name} declares a document type (DOCTYPE), which no word processor writes; do not trust it`,
    );
  if (text.subarray(0, 200).includes(0))
    throw new Unreadable(`its part ${name} is not in UTF-8; save it anew as .docx`);
}

async function rawText(parts: Parts): Promise<string> {
  const mended = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name,
      /^word\/document[^/]*\.xml$/i.test(name) ? withLineBreaks(part) : part,
    ]),
  );
  try {
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(zipSync(mended, { level: 0 })) });
    return value;
  } catch (error) {
    if (error instanceof RangeError) throw new Unreadable("its parts nest too deep, as no written document's do");
    throw new Unreadable("it is a damaged .docx; open it in a word processor and save it anew");
  }
}

/** Mammoth's raw text leaves line breaks out, and so would join the words around them. */
const withLineBreaks = (part: Uint8Array): Uint8Array =>
  strToU8(strFromU8(part).replace(/<w:(?:br|cr)(?:\s[^<>]*)?\/>/g, '<w:t xml:space="preserve">\n</w:t>'));

/** No-break spaces stay; soft hyphens, which are not seen, go. */
const normalised = (text: string): string =>
  text
    .replaceAll("\u00ad", "")
    .split("\n\n")
    .map((paragraph) => paragraph.replace(/^[ \t\n]+|[ \t\n]+$/g, ""))
    .filter((paragraph) => paragraph !== "")
    .join("\n\n");

const partText = (parts: Parts, name: string): string => {
  const part = parts[name];
  return part ? strFromU8(part) : "";
};

const ENTITIES: Readonly<Record<string, string>> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function elementText(xml: string, name: string): string | undefined {
  const found = new RegExp(`<(?:\\w+:)?${name}\\b[^<>]*>([^<]*)</`).exec(xml)?.[1];
  const text = found?.replace(/&(\w+);/g, (whole, entity: string) => ENTITIES[entity] ?? whole).trim();
  return text || undefined;
}

function remarksOn(parts: Parts): string[] {
  const body = partText(parts, "word/document.xml");
  const count = (tag: string): number => body.split(`<w:${tag} `).length - 1;
  const notes = count("footnoteReference") + count("endnoteReference");
  return [
    ...(notes > 0 ? [`Its ${notes} footnotes or endnotes were left out.`] : []),
    ...(count("commentReference") > 0 ? ["Its comments were left out."] : []),
    ...(count("del") + count("ins") > 0 ? ["It has tracked changes: the text is as if all were accepted."] : []),
  ];
}
