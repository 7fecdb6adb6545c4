// Who speaks in every reporting expression of a text, and whose position it is, resolved in the order of the text.
import type { Paragraph, Sentence } from "./attributed.js";
import { type HeldStance, heldBy, namedIn } from "./holders.js";
import type { WordRange } from "./noun-phrase.js";
import type { Speaker } from "./reading.js";
import { type Reported, reportedBy } from "./reported.js";
import type { ReportingFrame } from "./reporting-frame.js";
import { type Cast, castOf } from "./speakers.js";
import { PLAIN, type ReadStance, stanceOf } from "./stance.js";
import { spanOf } from "./units.js";

/** Who speaks in every frame, and whose position it is. */
export interface Voices {
  readonly speaker: (frame: ReportingFrame) => Speaker | null;
  readonly position: (frame: ReportingFrame) => HeldStance;
  /** Who gives the list that follows a paragraph, where the paragraph says so with a verb. */
  readonly giver: (paragraph: Paragraph) => Speaker | null;
  /** What it reports in its sentence. */
  readonly report: (frame: ReportingFrame) => Reported | null;
}

/** A phrase that names who gives what follows. */
export interface GivingPhrase {
  readonly units: Sentence["units"];
  readonly range: WordRange;
}

/** Who speaks in every frame and whose position it is, resolved in the order of the text. */
export function voicesOf(
  paragraphs: readonly Paragraph[],
  actors: (sentence: Sentence, paragraph: Paragraph) => ReportingFrame | null,
  giving: (paragraph: Paragraph) => GivingPhrase | null,
): Voices {
  const cast = castOf(paragraphs.flatMap(({ sentences }) => sentences));
  const speakers = new Map<ReportingFrame, Speaker>();
  const reports = new Map<ReportingFrame, Reported | null>();
  const positions = new Map<ReportingFrame, HeldStance>();
  const givers = new Map<Paragraph, Speaker>();
  for (const paragraph of paragraphs) {
    for (const sentence of paragraph.sentences) {
      const { units, frames } = sentence;
      const actor = actors(sentence, paragraph);
      for (const frame of actor ? [...frames, actor] : frames) {
        const speaker = { ...cast.who(units, frame.source), mention: spanOf(units, frame.source) };
        speakers.set(frame, speaker);
        if (frame === actor) continue;
        const report = reportedBy(units, frame, frames);
        reports.set(frame, report);
        const read = stanceOf(units, frame, report);
        positions.set(frame, heldBy(speaker, aboutIn(cast, units, read), read));
      }
      const spoken = frames.find(({ shape }) => shape === "before" || shape === "after") ?? actor;
      cast.heard(units, spoken?.source ?? null);
    }
    const phrase = giving(paragraph);
    if (phrase)
      givers.set(paragraph, { ...cast.who(phrase.units, phrase.range), mention: spanOf(phrase.units, phrase.range) });
  }
  return {
    speaker: (frame) => speakers.get(frame) ?? null,
    position: (frame) => positions.get(frame) ?? { stance: PLAIN, holder: null },
    giver: (paragraph) => givers.get(paragraph) ?? null,
    report: (frame) => reports.get(frame) ?? null,
  };
}

/** Whom a clause is about. "it" is seldom anybody ("it will take time"), unless a body speaks of itself. */
function aboutIn(cast: Cast, units: Sentence["units"], { subject, own }: ReadStance): Speaker | null {
  if (!subject || own) return null;
  const isIt = subject.from === subject.to && units[subject.from]?.lower === "it";
  return isIt ? namedIn(units, subject) : { ...cast.who(units, subject), mention: spanOf(units, subject) };
}
