// What an author says of himself: every sentence of a letter or a speech, those in the first person of an article. What
// the text reports of others is read as in prose.
import type { OwnWords } from "./forms/own-words.js";
import { isOwnSentence, ownMention } from "./forms/own-words.js";
import type { Proposed } from "./proposed.js";
import { type Prose, readProse, spanOf } from "./prose.js";
import type { Speaker } from "./reading.js";
import type { Span } from "./span.js";
import { positionIn } from "./turns.js";

const SURE: Readonly<Record<OwnWords["form"], number>> = { letter: 0.9, speech: 0.9, article: 0.8 };
/** Reports of others that are likelier than this stand before the author's own words. */
const REPORTS = 0.5;

export function readOwnWords(text: string, spans: readonly Span[], own: OwnWords): Prose {
  const prose = readProse(text, spans);
  const authorAt = (mention: Span): Speaker => ({
    name: own.author.name,
    role: own.author.role,
    affiliation: null,
    kind: own.author.name === "the author" ? "unnamed" : "person",
    mention,
  });
  const isAuthor = ({ speaker }: Proposed): boolean => /^(?:I|we|me|us|my|our)$/i.test(speaker?.name ?? "");
  const everything = own.form !== "article";
  const reports = prose.proposed.flatMap((one): Proposed[] => {
    if (isAuthor(one))
      return one.kind === "indirect"
        ? []
        : [{ ...one, speaker: authorAt(one.speaker?.mention ?? one.content[0] ?? { start: 0, end: 1 }) }];
    return !everything || (one.kind !== "term" && one.speaker !== null && one.confidence >= REPORTS) ? [one] : [];
  });
  const taken = reports.flatMap(({ content, segments, kind }) => (kind === "term" ? [] : [...content, ...segments]));
  const added: Proposed[] = [];
  for (const { sentences } of prose.paragraphs)
    for (const sentence of sentences) {
      const { units } = sentence;
      if (!(everything ? units.length >= 4 : isOwnSentence(units))) continue;
      const content = spanOf(units, { from: 0, to: units.length - 1 });
      if (taken.some((span) => span.start < content.end && content.start < span.end)) continue;
      const speaker = authorAt(
        ownMention(units) ?? own.author.mention ?? { start: content.start, end: units[0]?.end ?? content.end },
      );
      added.push({
        kind: "own",
        segments: [],
        content: [content],
        quote: text.slice(content.start, content.end),
        speaker,
        cue: null,
        ...positionIn(sentence, speaker),
        clause: null,
        turn: null,
        confidence: SURE[own.form],
        said: [],
      });
    }
  return { ...prose, proposed: [...reports, ...added] };
}
