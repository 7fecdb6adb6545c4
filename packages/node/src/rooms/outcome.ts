// The text of a room as a Word document: as it came out, with who signed it when and by which digest it is known; and as it stands, to be
// worked on in a word processor.
import { type RoomWording, roomWordingIn } from "@parley/core/internal";
import {
  agreedWording,
  type RoomState,
  type RoomText,
  type TextLine,
  type TextWords,
  textDigest,
  textLines,
  wordingNote,
} from "@parley/core/rooms";
import { Bookmark, Document, HeadingLevel, type IParagraphOptions, Packer, Paragraph, TextRun } from "docx";

/** Lines of a text as paragraphs. */
const paragraphs = (text: string): Paragraph[] => text.split("\n").map((line) => new Paragraph(line));

/** @returns the bytes */
export async function outcomeDocx(
  { matter }: Pick<RoomState, "matter">,
  text: RoomText,
  words: RoomWording = roomWordingIn("en"),
): Promise<Uint8Array> {
  const { outcome } = words;
  const { order, clauses, parties } = text.state;
  let last = "";
  const body = order.flatMap((id): Paragraph[] => {
    const clause = clauses[id];
    const words = (clause && agreedWording(parties, clause)?.text) ?? "";
    if (words === "") return [];
    const heading = text.headings[id] ?? "";
    const head = heading === last ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 })];
    last = heading;
    return [...head, ...paragraphs(words)];
  });
  const signed = matter.parties.map(({ id, name }) => {
    const signature = text.signed[id];
    return new Paragraph(
      signature ? outcome.signed(name, signature.name, new Date(signature.at).toISOString()) : outcome.unsigned(name),
    );
  });
  const file = new Document({
    creator: "Parley",
    title: text.title,
    sections: [
      {
        children: [
          new Paragraph({ text: text.title, heading: HeadingLevel.TITLE }),
          ...body,
          new Paragraph({ text: outcome.signatures, heading: HeadingLevel.HEADING_2 }),
          ...signed,
          new Paragraph({
            children: [new TextRun({ text: words.text.digest(textDigest(text)), font: "Courier New", size: 16 })],
          }),
          new Paragraph({ children: [new TextRun({ text: outcome.how, italics: true, size: 18 })] }),
        ],
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}

/** What a working document says besides the text. */
export const textWords = (
  { matter }: Pick<RoomState, "matter">,
  { text }: RoomWording = roomWordingIn("en"),
): TextWords => ({
  noteOf: (wording) =>
    wordingNote(wording, (party) => matter.parties.find(({ id }) => id === party)?.name ?? party, text),
  leftOut: text.leftOut,
});

/** How a line that nobody changes looks. */
const STYLES: Readonly<Record<Exclude<TextLine["kind"], "wording">, (text: string) => IParagraphOptions>> = {
  title: (text) => ({ text, heading: HeadingLevel.TITLE }),
  heading: (text) => ({ text, heading: HeadingLevel.HEADING_2 }),
  note: (text) => ({ children: [new TextRun({ text, italics: true, size: 18 })] }),
};

/** A wording is one paragraph with one mark, so that it is found again whatever becomes of it. */
const runsOf = (text: string): TextRun[] =>
  text.split("\n").map((line, k) => new TextRun({ text: line, ...(k > 0 && { break: 1 }) }));

/** The text as it stands, with each wording marked. @returns the bytes */
export async function workingDocx(
  state: Pick<RoomState, "matter">,
  text: RoomText,
  words: RoomWording = roomWordingIn("en"),
): Promise<Uint8Array> {
  const file = new Document({
    creator: "Parley",
    title: text.title,
    features: { trackRevisions: true },
    sections: [
      {
        children: textLines(text, textWords(state, words)).map(
          (line) =>
            new Paragraph(
              line.kind === "wording"
                ? { children: [new Bookmark({ id: line.mark ?? "", children: runsOf(line.text) })] }
                : STYLES[line.kind](line.text),
            ),
        ),
      },
    ],
  });
  return new Uint8Array(await Packer.toBuffer(file));
}
