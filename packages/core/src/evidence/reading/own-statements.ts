// What an author says: every sentence of a letter or a speech, those in the first person of an article. Of an article what
// it reports of others is read as in prose; a letter that tells what another wants is still its author's.
import { paragraphsRead, type Sentence } from "./attributed.js";
import { isOwnSentence, type OwnWords, ownMention } from "./forms/own-words.js";
import { isKind } from "./lexicon.js";
import { actAbove, itemLength } from "./lists.js";
import type { Proposed } from "./proposed.js";
import { type Prose, readProse } from "./prose.js";
import { quotationsOf } from "./quotations.js";
import type { Speaker } from "./reading.js";
import { meetingAny, type Span } from "./span.js";
import type { Act } from "./stance.js";
import { positionIn } from "./turns.js";
import { spanOf } from "./units.js";

const SURE: Readonly<Record<OwnWords["form"], number>> = { letter: 0.9, speech: 0.9, article: 0.8 };

export function readOwnWords(text: string, spans: readonly Span[], own: OwnWords): Omit<Prose, "voices"> {
  if (own.form === "article") return readArticle(text, spans, own);
  const quotations = quotationsOf(text, spans);
  const paragraphs = paragraphsRead(text, spans, quotations);
  if (own.form === "speech" && isRecord(paragraphs)) return readArticle(text, spans, { ...own, form: "article" });
  let above: Act | null = null;
  const proposed = paragraphs.flatMap((paragraph) => {
    const line = text.slice(paragraph.start, Math.min(paragraph.end, paragraph.start + 300));
    const bullet = itemLength(line);
    if (bullet === 0) above = line.endsWith(":") ? actAbove(line) : null;
    return paragraph.sentences.flatMap((sentence): Proposed[] => {
      if (sentence.units.length < 3) return [];
      const one = ofAuthor(text, sentence, own, bullet > 0 ? paragraph.start + bullet : 0);
      return [above && bullet > 0 ? { ...one, stance: { ...one.stance, act: above }, holder: null } : one];
    });
  });
  return { proposed, paragraphs, quotations };
}

/** A note of what others said, by somebody who says "I": every third sentence reports the words of a person. */
function isRecord(paragraphs: readonly { readonly sentences: readonly Sentence[] }[]): boolean {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.sentences);
  const reports = sentences.filter(({ units, frames }) =>
    frames.some(
      ({ lemma, shape, source }) =>
        shape === "before" &&
        isKind(lemma, "speech") &&
        !/^(?:i|we|you|it)$/.test(units[source.from]?.lower ?? "") &&
        (units[source.to]?.pos === "PROPN" || /^(?:he|she|they)$/.test(units[source.to]?.lower ?? "")),
    ),
  );
  return reports.length * 3 >= sentences.length;
}

function readArticle(text: string, spans: readonly Span[], own: OwnWords): Omit<Prose, "voices"> {
  const prose = readProse(text, spans);
  const isAuthor = ({ speaker }: Proposed): boolean => /^(?:I|we|me|us|my|our)$/i.test(speaker?.name ?? "");
  const reports = prose.proposed.filter((one) => !isAuthor(one));
  const isTaken = meetingAny(
    reports.flatMap(({ content, segments, kind }) => (kind === "term" ? [] : [...content, ...segments])),
  );
  const added = prose.paragraphs.flatMap(({ sentences }) =>
    sentences.filter(({ units }) => isOwnSentence(units)).map((sentence) => ofAuthor(text, sentence, own)),
  );
  return { ...prose, proposed: [...reports, ...added.filter(({ content }) => !content.some(isTaken))] };
}

function ofAuthor(text: string, sentence: Sentence, { form, author, addressee }: OwnWords, from = 0): Proposed {
  const { units } = sentence;
  const whole = spanOf(units, { from: 0, to: units.length - 1 });
  const content = { start: Math.min(Math.max(whole.start, from), whole.end - 1), end: whole.end };
  const speaker: Speaker = {
    name: author.name,
    role: author.role,
    affiliation: null,
    kind: author.name === "the author" ? "unnamed" : author.isBody ? "organisation" : "person",
    mention: ownMention(units) ?? author.mention ?? { start: content.start, end: units[0]?.end ?? content.end },
  };
  const { stance, holder } = positionIn(sentence, speaker, { addressed: form === "letter" });
  const isYou = holder !== null && /^you$/i.test(holder.name);
  return {
    kind: "own",
    segments: [],
    content: [content],
    quote: text.slice(content.start, content.end),
    speaker,
    cue: null,
    stance,
    holder: isYou && addressee ? { ...holder, name: addressee, kind: "person" } : holder,
    clause: null,
    turn: null,
    confidence: SURE[form],
    said: [],
  };
}
