// Labels of speakers, in every style in which transcripts write them: "MINISTER KELLER:", "Mr. Brandt.", "Q", "Anna Keller
// 00:12", a name on a line of its own. Each style is looked for alone; whether it makes a transcript is decided over the
// whole text (transcript.ts).
import { COURTESIES, OFFICES } from "../name-words.js";
import type { Span } from "../span.js";

/** What parts a name from what is said: a sign after it, a time, the end of its line, or nothing ("Q Will …"). */
export type LabelStyle = "colon" | "period" | "dash" | "line" | "tag" | "question";

export interface Label {
  readonly style: LabelStyle;
  readonly name: Span;
  /** What stands behind the name: a constituency, an office. */
  readonly more: string;
  /** Where what is said begins. */
  readonly after: number;
}

const WORD = "\\p{Lu}[\\p{L}\\p{M}.'’\\-]*";
const PARTICLE = "(?:of|the|and|for|de|del|della|van|der|den|von|da|di|du|la|le|al|el|bin|ibn|to|&)";
const NAME = `${WORD}(?:[ \\u00a0]+(?:${WORD}|\\d{1,3}(?![\\d:])|${PARTICLE}(?=[ \\u00a0]+(?:\\p{Lu}|${PARTICLE}[ \\u00a0])))){0,8}`;
const BRACKETS = "(?:[ \\u00a0]*[(\\[][^()\\[\\]\\n]{1,80}[)\\]]){0,3}";
const OFFICE = "(?:,[ \\u00a0][^:\\n.?!]{2,90})?";
const TIME = "[[(]?\\d{1,2}:\\d\\d(?::\\d\\d)?(?:[.,]\\d+)?(?:[ \\u00a0]?[AaPp]\\.?[Mm]\\.?)?[\\])]?";
const EMPHASIS = "[*_]{0,3}";
/** A number in the margin, a time, arrows, a bullet: what may stand before a name. */
const BEFORE = `[ \\t\\u00a0]*(?:\\d{1,2}[ \\t]{1,8})?(?:>{1,2}[ \\t]*)?(?:${TIME}[ \\t\\u00a0]*(?:[-–—|][ \\t]*)?)?${EMPHASIS}`;

const COLON = new RegExp(
  `^(${BEFORE})([\\[<]?)(${NAME})([\\]>]?)(${BRACKETS}${OFFICE})${EMPHASIS}[ \\t\\u00a0]?:${EMPHASIS}(?:[ \\t\\u00a0]+|$)`,
  "u",
);
const TAG = new RegExp(
  `^(${BEFORE})(?:<v[ \\t]+(${NAME})>|[\\[<](${NAME})[\\]>](?=[ \\t]+\\S)|>>[ \\t]*(${NAME}):)[ \\t]*`,
  "u",
);
const PERIOD = new RegExp(
  `^(${BEFORE})(${NAME}?)(?<!\\.)(${BRACKETS})\\.${EMPHASIS}[ \\t\\u00a0]*[—–]?[ \\t\\u00a0]+(?=["“‘'(\\[]?[\\p{Lu}\\d])`,
  "u",
);
const DASH = new RegExp(
  `^(${BEFORE})(${NAME})(${BRACKETS}${OFFICE})${EMPHASIS}(?:[ \\t\\u00a0]*(?:—|–|--)|[ \\t\\u00a0]+-)${EMPHASIS}[ \\t\\u00a0]*(?=\\S)`,
  "u",
);
const LINE = new RegExp(
  `^(${BEFORE})(${NAME})(${BRACKETS}(?:(?:,|[ \\t\\u00a0]+[—–-]|[ \\t\\u00a0]*[—–])[ \\t\\u00a0]*[^:\\n.?!]{2,90}?)?)${EMPHASIS}[ \\t\\u00a0]*(?:[|–—-][ \\t]*)?(?:${TIME})?:?${EMPHASIS}[ \\t]*$`,
  "u",
);
const QUESTION =
  /^([ \t\u00a0]*(?:\d{1,2}[ \t]{1,8})?)([QA])(?:[ \t\u00a0]+[—–-][ \t\u00a0]*|[.:)]?[ \t\u00a0]+)(?=["“‘'([—–]?[\p{Lu}\d])/u;

/** Labels of documents, not of speakers. */
const NO_SPEAKER =
  /^(?:Notes?|Sources?|Update[sd]?|Related|Photos?|Image|Caption|Date[sd]?|Subject|Re|From|To|Cc|Contact|Read more|Watch|Here|(?:Article|Section|Annex|Chapter|Part|Item|Clause|Step|Phase|Option|Table|Figure|Page|Rule|Paragraph|Appendix|Schedule|Day|Week|Year|Stage|Round|Version|Vol|No)(?:[ .].*)?|Summary|Background|Conclusions?|Introduction|Agenda|Venue|Time|Place|Location|Participants|Present|Attendees|Apologies|Topic|Title|Author|By|Published|Posted|Status|Results?|Total|Warning|Editor.s [Nn]ote|Correction|Disclaimer|PS|Reporting|Editing|Email|Phone|Tel|Fax|Website|Copyright|Tags|Keywords|Category|Share|WEBVTT|NOTE|Breaking|Exclusive|Opinion|Analysis|Transcript|Speakers?|Duration|January|February|March|April|May|June|July|August|September|October|November|December|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)$/i;

/** Those who ask. */
export const ASKS =
  /^(?:Q|Q\d+|Questions?|Reporters?|Journalists?|Press|Interviewer|(?:Unidentified |Unknown )?(?:Reporter|Analyst|Questioner|Journalist|Participant|Speaker)(?: \d+)?|Audience(?: Member)?|Moderator|Host|Operator)$/i;
export const ANSWERS = /^(?:A|A\d+|Answer|(?:The )?Witness)$/i;

const MOST_LABEL = 220;
const MOST_NAME = 80;

/** The labels that a line may begin with, one of each style. */
export function labelsOf(text: string, { start, end }: Span): Label[] {
  const line = text.slice(start, Math.min(end, start + MOST_LABEL));
  const first = /[\p{L}\p{N}<[>*_(]/u.exec(line);
  if (!first || first.index > 24 || /^\p{Ll}/u.test(line.slice(first.index))) return [];
  const found: Label[] = [];
  const enter = (style: LabelStyle, before: string, name: string | undefined, more: string, length: number): void => {
    if (!name || name.length > MOST_NAME || NO_SPEAKER.test(name) || isWithoutLetters(name)) return;
    const from = start + line.indexOf(name, before.length);
    found.push({
      style,
      name: { start: from, end: from + name.length },
      more: more.trim(),
      after: Math.min(end, start + length),
    });
  };
  const colon = COLON.exec(line);
  if (colon) enter("colon", colon[1] ?? "", colon[3], colon[5] ?? "", colon[0].length);
  const tag = TAG.exec(line);
  if (tag) enter("tag", tag[1] ?? "", tag[2] ?? tag[3] ?? tag[4], "", tag[0].length);
  const period = periodLabel(line);
  if (period) enter("period", period.before, period.name, period.more, period.length);
  const dash = DASH.exec(line);
  if (dash) enter("dash", dash[1] ?? "", dash[2], dash[3] ?? "", dash[0].length);
  const whole = line.length < MOST_LABEL && end - start <= 120 ? LINE.exec(line) : null;
  if (whole) enter("line", whole[1] ?? "", whole[2], whole[3] ?? "", line.length);
  const question = QUESTION.exec(line);
  if (question) enter("question", question[1] ?? "", question[2], "", question[0].length);
  return found;
}

const isWithoutLetters = (name: string): boolean => !/\p{L}/u.test(name);

/** "Mr. BRANDT. I thank …": the first full stop that does not belong to a courtesy or an initial ends the name. */
function periodLabel(line: string): { before: string; name: string; more: string; length: number } | null {
  const match = PERIOD.exec(line);
  if (!match) return null;
  const [, before = "", , more = ""] = match;
  let at = before.length;
  for (let words = 0; words < 8; words++) {
    const word = /^[^\s]+/.exec(line.slice(at))?.[0];
    if (!word || !(/^\p{Lu}/u.test(word) || /^(?:of|the|and|for)$/.test(word))) return null;
    at += word.length;
    const plain = word.replace(/[*_]+$/, "");
    if (plain.endsWith(".") && !isShort(plain)) {
      const name = line
        .slice(before.length, at)
        .replace(/[*_]+$/, "")
        .slice(0, -1);
      const rest = /^[ \t\u00a0]*[—–]?[ \t\u00a0]+/.exec(line.slice(at));
      return rest && isPersonal(name) ? { before, name, more, length: at + rest[0].length } : null;
    }
    const gap = /^[ \u00a0]+(?:\([^()\n]{1,60}\)\.?)?/.exec(line.slice(at));
    if (!gap) return null;
    at += gap[0].length;
  }
  return null;
}

/** A courtesy, an office cut short or an initial: its full stop ends no name. */
const isShort = (word: string): boolean =>
  word.toLowerCase() in COURTESIES ||
  /^\p{Lu}\.$/u.test(word) ||
  /^(?:Sen|Rep|Gov|Gen|Lt|Col|Capt|Sgt|Rev|Prof|Hon|St|Jr|Sr|Messrs|Amb)\.$/i.test(word);

/** Something shows that a label names a person, or somebody by office. */
export function isPersonal(name: string): boolean {
  const words = name.split(/[ \u00a0]+/);
  return (
    ASKS.test(name) ||
    ANSWERS.test(name) ||
    words.some((word) => isShort(word) || word.toLowerCase() in COURTESIES || OFFICES.has(word.toLowerCase())) ||
    /^(?:THE|The) \p{Lu}/u.test(name) ||
    (words.length > 1 && words.length < 6 && words.every((word) => /^\p{Lu}/u.test(word))) ||
    (name.length > 2 && name === name.toUpperCase())
  );
}
