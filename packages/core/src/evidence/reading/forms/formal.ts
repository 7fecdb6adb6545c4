// Formal texts: treaties, agreements, communiqués, resolutions. Each sentence is a statement of its own, made by whoever is
// its subject: a party, all of them, or the body that decides.

import { BODIES, GROUPS, OFFICES } from "../name-words.js";
import type { WordRange } from "../noun-phrase.js";
import { phraseEndingAt } from "../noun-phrase.js";
import type { ReportingFrame } from "../reporting-frame.js";
import type { Unit } from "../sentences.js";
import type { Span } from "../span.js";
import { subjectBefore } from "../subjects.js";
import { groupOf } from "../verb-group.js";

const FORMS =
  "(?:(?:joint|final|agreed|draft|general|interim|peace|bilateral|trilateral|framework|collective|comprehensive|security council|general assembly|presidential) )";
const GOES_ON =
  "(?=$|[,:;—–(-]|\\s+(?:of|on|between|for|with|from|to|concerning|regarding|by|no|adopted|at|relating|\\d))";
/** Titles that nothing but a formal text has. */
const TITLE = new RegExp(
  `^(?:the |draft )?${FORMS}{0,3}(?:communiqu[ée]|treaty|accords?|protocol|declaration|memorandum of understanding|exchange of notes|terms of settlement|letter of intent)${GOES_ON}|^(?:the )?(?:joint|agreed) (?:statement|framework|declaration)${GOES_ON}`,
  "iu",
);
/** Titles that reports have too: something else must tell. */
const LIKELY_TITLE = new RegExp(
  `^(?:the |draft )?${FORMS}{0,3}(?:agreement|convention|resolution|pact|charter|covenant|contract|framework|settlement|minutes|statement)${GOES_ON}`,
  "iu",
);
const HEADING =
  /^(?:Article|Section|Clause|Annex|Chapter|Part|Paragraph|Art\.)\s+(?:\d+|[IVXLC]+|One|Two|Three|First|Second)\b[.:]?/i;
const NUMBER = /^(?:\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-z]|[ivx]{1,5})[.)]|\d{1,3}(?:\.\d{1,3})+|§\s?\d+)\s+/;
/** The verbs with which a body decides, at the head of a paragraph (United Nations, Editorial Manual, "Operative part"). */
const OPERATIVE =
  /^(?:(?:also|further|strongly|again|solemnly|urgently|unanimously|hereby)\s+)*(decides|calls? (?:up)?on|calls for|requests|urges|demands|welcomes|reaffirms|affirms|condemns|notes|takes note|expresses|encourages|invites|authori[sz]es|endorses|stresses|underlines|underscores|emphasi[sz]es|recommends|declares|approves|commends|deplores|determines|directs|recalls|reiterates|supports|appeals|proclaims|acknowledges|adopts|appreciates|confirms|considers|designates|establishes|extends|instructs|intends|pays|recogni[sz]es|regrets|remains seized|resolves|strongly|suspends|terminates|undertakes|agrees)\b/i;
const PREAMBLE =
  /^(?:(?:deeply|gravely|seriously|fully|further|also|strongly|firmly|again|having|bearing|taking|keeping|acting|being)\s+)*(?:recalling|reaffirming|affirming|noting|recognising|recognizing|considering|convinced|determined|concerned|mindful|aware|guided|alarmed|disturbed|welcoming|stressing|underlining|underscoring|emphasising|emphasizing|desiring|desirous|believing|conscious|expressing|acknowledging|appreciating|condemning|deploring|encouraged|bearing|taking|having|have|has|acting|pursuant|whereas|in view of|wishing|seeking|resolved|committed|inspired|realising|realizing|regretting|reiterating|commending|observing)\b/i;
const BODY = /^(?:The|THE) \p{Lu}[\p{L}’'-]*(?:\s(?:of (?:the )?|and )?\p{Lu}[\p{L}’'-]*){0,6},?$/u;

/** Whether a text is formal: by its title, its articles, its verbs. */
export function isFormal(text: string, paragraphs: readonly Span[], title: string | null): boolean {
  const lines = paragraphs.slice(0, 400).map(({ start, end }) => text.slice(start, Math.min(end, start + 300)));
  const headings = lines.filter((line) => HEADING.test(line)).length;
  const shall = lines.filter((line) => /\bshall\b/.test(line)).length;
  const clauses = lines.filter(
    (line) => OPERATIVE.test(line.replace(NUMBER, "")) || PREAMBLE.test(line.replace(NUMBER, "")),
  ).length;
  const numbered = lines.filter((line) => NUMBER.test(line) && line.length > 40).length;
  const quoted = lines.filter((line) => /["“]/.test(line)).length;
  let score = 0;
  const first = title ?? lines[0] ?? "";
  if (first.length < 160 && TITLE.test(first)) score += 1.5;
  else if (first.length < 160 && LIKELY_TITLE.test(first)) score += 1;
  if (headings >= 2) score += 1.5;
  if (clauses >= 3 && clauses >= lines.length / 4) score += 2;
  if (shall >= 3 || shall >= lines.length / 3) score += shall === 0 ? 0 : 1;
  if (numbered >= 3 && shall + clauses > 0) score += 0.5;
  if (
    lines.filter((line) =>
      /\b(?:[Tt]he two|[Bb]oth) (?:[Ss]ides|[Pp]arties|[Gg]overnments|[Cc]ountries|[Dd]elegations)\b|\bThe (?:Contracting )?Parties\b/.test(
        line,
      ),
    ).length >= 2
  )
    score += 0.5;
  if (quoted > lines.length / 3) score -= 1;
  // A report about an agreement: somebody said, told, denied.
  const reports = lines.filter((line) => /\b(?:said|told|denied|claimed?|joked|asked)\b/.test(line)).length;
  if (reports >= 1 && reports >= lines.length / 8) score -= 1.5;
  return score >= 1.5;
}

/** The heading or number that a paragraph begins with: "Article 4", "3.2"; null for none. */
export function clauseNumber(
  line: string,
): { readonly number: string; readonly length: number; readonly alone: boolean } | null {
  const heading = HEADING.exec(line);
  if (heading) {
    const rest = line.slice(heading[0].length);
    return {
      number: heading[0].replace(/[.:]$/, ""),
      length: heading[0].length,
      alone: rest.trim() === "" || (rest.length < 80 && !/[.;:]\s*$/.test(rest)),
    };
  }
  const number = NUMBER.exec(line);
  return number
    ? { number: number[0].trim().replace(/[.)]$/, "").replace(/^\(/, ""), length: number[0].length, alone: false }
    : null;
}

/** The body that speaks: "The Security Council," on a line of its own. */
export function bodyOf(text: string, paragraphs: readonly Span[]): Span | null {
  for (const { start, end } of paragraphs.slice(0, 40)) {
    const line = text.slice(start, end);
    if (end - start < 100 && line.endsWith(",") && BODY.test(line.replace(/^[*_]+|[*_]+(?=,?$)/g, "")))
      return { start: start + 4, end: end - 1 };
  }
  return null;
}

export const isPreamble = (line: string): boolean => PREAMBLE.test(line.replace(NUMBER, ""));

/** The verb with which a body decides; null where the line begins with none. */
export const operativeVerb = (line: string): string | null => OPERATIVE.exec(line.replace(NUMBER, ""))?.[1] ?? null;

/** Who acts in a sentence and what it does, as a frame; null where its subject is a thing. */
export function actorOf(units: readonly Unit[], frames: readonly ReportingFrame[]): ReportingFrame | null {
  for (const [at, unit] of units.entries()) {
    if (unit.quotation >= 0 || (unit.pos !== "VERB" && unit.pos !== "AUX")) continue;
    const group = groupOf(units, at);
    const subject = subjectBefore(units, group.from, frames)?.range ?? phraseEndingAt(units, group.from - 1);
    if (!subject || subject.from > at) continue;
    if (!isActor(units, subject)) return null;
    const head = verbOf(units, at);
    return {
      cue: { from: group.from, to: head },
      head,
      lemma: "act",
      source: subject,
      shape: "before",
      passive: false,
    };
  }
  return null;
}

/** The last word of the verb that begins at a place: "have decided". */
function verbOf(units: readonly Unit[], at: number): number {
  let place = at;
  while (place < at + 5 && units[place]?.pos !== "VERB" && ["AUX", "ADV", "PART"].includes(units[place + 1]?.pos ?? ""))
    place++;
  return units[place]?.pos !== "VERB" && units[place + 1]?.pos === "VERB" ? place + 1 : place;
}

const ACTORS = new Set(
  "party parties side sides government governments state states delegation delegations minister ministers leader leaders president presidents employer employers union unions company companies employee employees buyer seller supplier contractor landlord tenant member members countries country council committee commission board court assembly authority authorities forces army organisation organization signatories signatory participants mediator chair chairman".split(
    " ",
  ),
);

/** Whether a phrase names who can promise: a name, a party, a body. */
export function isActor(units: readonly Unit[], { from, to }: WordRange): boolean {
  const words = units.slice(from, to + 1);
  const comma = words.findIndex(({ text }) => text === "," || text === "(");
  const own = (comma > 0 ? words.slice(0, comma) : words).filter(({ text }) => !/^[’']s?$/.test(text));
  const of = own.findIndex(({ pos }, at) => at > 0 && pos === "ADP");
  const head = (of > 0 ? own.slice(0, of) : own).at(-1);
  if (!head) return false;
  if (/^(?:this|that|it|there|nothing|which|these|those|all|each|any|such)$/.test(head.lower)) return false;
  return (
    ACTORS.has(head.lower) ||
    GROUPS.has(head.lower) ||
    BODIES.has(head.lower) ||
    OFFICES.has(head.lower) ||
    head.lower === "we" ||
    head.lower === "they" ||
    (head.pos === "PROPN" &&
      !/^(?:Article|Section|Annex|Treaty|Agreement|Protocol|Convention|Resolution|Chapter|Paragraph|Schedule|Declaration|Charter)$/.test(
        head.text,
      ))
  );
}
