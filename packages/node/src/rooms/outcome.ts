// What a room came to, as a Word document: the text with its agreed words, who signed it when, and by which digest it is known.
import { type RoomWording, roomWordingIn } from "@parley/core";
import { agreedWording, type RoomState, type RoomText, textDigest } from "@parley/core/rooms";
import { Document, HeadingLevel, Packer, Paragraph, TextRun } from "docx";

export interface Signature {
  readonly party: string;
  /** Who signed for it, by name. */
  readonly name: string;
  /** Milliseconds since 1970, UTC. */
  readonly at: number;
}

/** Lines of a text as paragraphs. */
const paragraphs = (text: string): Paragraph[] => text.split("\n").map((line) => new Paragraph(line));

/** @returns the bytes */
export async function outcomeDocx(
  { matter }: Pick<RoomState, "matter">,
  text: RoomText,
  signatures: readonly Signature[],
  words: RoomWording = roomWordingIn("en"),
): Promise<Uint8Array> {
  const { outcome } = words;
  const { order, clauses, parties } = text.state;
  let last = "";
  const body = order.flatMap((id): Paragraph[] => {
    const clause = clauses[id];
    const heading = text.headings[id] ?? "";
    const head = heading === last ? [] : [new Paragraph({ text: heading, heading: HeadingLevel.HEADING_2 })];
    last = heading;
    return [...head, ...paragraphs((clause && agreedWording(parties, clause)?.text) ?? "")];
  });
  const signed = matter.parties.map(({ id, name }) => {
    const signature = signatures.find(({ party }) => party === id);
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
