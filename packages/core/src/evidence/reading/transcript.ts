// Transcripts: "SECRETARY POMPEO: …", "Q: …". A turn is all that somebody says until the next name.
import type { Span } from "./span.js";

/** One turn: who is named, and what is said, over as many paragraphs as it goes on. */
export interface Turn {
  readonly name: Span;
  readonly said: readonly Span[];
}

const LABEL =
  /^(?:[[(]\d{1,2}:\d\d(?::\d\d)?[\])]\s*)?((?:\p{Lu}[\p{L}.'’-]*)(?:[ \u00a0](?:\p{Lu}[\p{L}.'’-]*|of|the|van|de|for)){0,6}(?:\s?\([^)]{1,60}\))?)\s?:(?:\s+(?=\S)|$)/u;
/** Labels of documents, not of speakers. */
const NO_SPEAKER =
  /^(?:Note|Notes|Source|Sources|Update|Related|Photo|Date|Subject|Re|From|To|Cc|Contact|Read more|Watch|Here|Article|Section|Annex|Chapter|Summary|Agenda|Venue|Time|Place|Warning|Editor.s note|Correction|PS)$/i;

/**
 * The turns of a text that is a transcript; empty where it is none: fewer than three names, none that speaks twice, fewer
 * than a third of the paragraphs with one, or names before what are no sentences ("Price: 5").
 */
export function turnsOf(text: string, paragraphs: readonly Span[]): Turn[] {
  const labels = paragraphs.map((paragraph) => labelOf(text, paragraph));
  const named = labels.filter((label) => label !== null);
  const repeated = new Set(named.map(({ start, end }) => text.slice(start, end))).size < named.length;
  if (named.length < 3 || named.length < paragraphs.length / 3 || !repeated) return [];
  const turns: { name: Span; said: Span[] }[] = [];
  for (const [at, paragraph] of paragraphs.entries()) {
    const label = labels[at];
    if (label)
      turns.push({
        name: { start: label.start, end: label.end },
        said: label.after < paragraph.end ? [{ start: label.after, end: paragraph.end }] : [],
      });
    else if (!/^[[(].*[\])]$/s.test(text.slice(paragraph.start, paragraph.end))) turns.at(-1)?.said.push(paragraph);
  }
  const spoken = turns.filter(({ said }) => said.some((span) => SENTENCE.test(text.slice(span.start, span.end))));
  return spoken.length >= turns.length / 2 ? turns.filter(({ said }) => said.length > 0) : [];
}

/** It ends as sentences do, or is as long as one. */
const SENTENCE = /[.?!…—–-]["”’')\]]*$|(?:\S+\s+){7}\S/;

function labelOf(text: string, { start, end }: Span): (Span & { readonly after: number }) | null {
  const match = LABEL.exec(text.slice(start, Math.min(end, start + 160)).trimEnd());
  const name = match?.[1];
  if (!match || !name || NO_SPEAKER.test(name)) return null;
  const from = start + match[0].indexOf(name);
  return { start: from, end: from + name.length, after: Math.min(end, start + match[0].length) };
}
