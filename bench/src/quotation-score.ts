// Quotations and who said them, against what people marked.
import type { ReadStatement, Span } from "@parley/core/reading";
import { type ReadPart, type Score, shareOf } from "./reading-scores.js";

export interface QuotationScore {
  /** What stands in quotation marks, whoever is said to have said it. */
  readonly segments: Score;
  /** A segment counts only with its speaker. */
  readonly joint: Score;
  /** Of the segments that were found and whose speaker is marked, those with the right one. */
  readonly speakers: { readonly right: number; readonly all: number };
}

interface Quoted extends Span {
  /** Where its speaker is named: any of these is right; none is marked, and any speaker is. */
  readonly sources: readonly Span[];
}

/**
 * Segments are quoted stretches within what is marked as attributed; one is found where overlap over union, without marks,
 * blanks and stops at the ends, is at least 0.8. Its speaker is right where the place that names the speaker meets a
 * marked one. A statement without a speaker is no finding.
 */
export function quotationScore({ texts, readings }: ReadPart): QuotationScore {
  const segments = { predicted: 0, annotated: 0, right: 0, found: 0 };
  const joint = { ...segments };
  const speakers = { right: 0, all: 0 };
  for (const [at, { text, attributions }] of texts.entries()) {
    const marked = attributions.flatMap(({ contents, sources }) =>
      contents.flatMap((content) => quotedIn(text, content).map((span) => ({ ...span, sources }))),
    );
    const own = (readings[at]?.statements ?? []).flatMap((statement) => segmentsOf(text, statement));
    for (const score of [segments, joint]) {
      score.predicted += own.length;
      score.annotated += marked.length;
    }
    for (const one of own) {
      const match = marked.find((gold) => shareOf(one, gold) >= 0.8);
      if (!match) continue;
      const isRight = isSaidBy(one, match);
      segments.right++;
      if (isRight) joint.right++;
      if (match.sources.length === 0) continue;
      speakers.all++;
      if (isRight) speakers.right++;
    }
    for (const gold of marked) {
      const matches = own.filter((one) => shareOf(one, gold) >= 0.8);
      if (matches.length > 0) segments.found++;
      if (matches.some((one) => isSaidBy(one, gold))) joint.found++;
    }
  }
  return { segments, joint, speakers };
}

const isSaidBy = ({ sources: [mention] }: Quoted, { sources }: Quoted): boolean =>
  sources.length === 0 || (!!mention && sources.some(({ start, end }) => mention.start < end && start < mention.end));

const segmentsOf = (text: string, { segments, speaker, turn }: ReadStatement): Quoted[] =>
  // What a transcript has under a name stands in no marks.
  speaker && turn === null ? segments.map((segment) => ({ ...bare(text, segment), sources: [speaker.mention] })) : [];

/** What stands between marks in a stretch and the letter on either side; the end of a paragraph closes what is open. */
function quotedIn(text: string, { start, end }: Span): Span[] {
  const from = Math.max(0, start - 1);
  return [
    ...text.slice(from, end + 1).matchAll(/“([^”"\n]+)[”"]?|"([^"”\n]+)["”]?|(?:``|'')((?:(?!'')[^\n])+)(?:'')?/g),
  ]
    .map(({ index, 0: whole, 1: curly, 2: straight }) => {
      const inside = from + index + ((curly ?? straight) ? 1 : 2);
      const closed = /(?:''|["”])$/.exec(whole.slice(1))?.[0].length ?? 0;
      return bare(text, { start: inside, end: from + index + whole.length - closed });
    })
    .filter((span) => span.end > span.start);
}

/** Without marks, blanks and stops at the ends. */
function bare(text: string, { start, end }: Span): Span {
  const inner = text.slice(start, end);
  const EDGE = "[\\s\"“”„«»`'‘’,.;:!?—–-]*";
  const before = new RegExp(`^${EDGE}`).exec(inner)?.[0].length ?? 0;
  const after = new RegExp(`${EDGE}$`).exec(inner.slice(before))?.[0].length ?? 0;
  return { start: start + before, end: end - after };
}
