// Who a label of a transcript means: its office apart, its capitals as they are written elsewhere, and its full name where
// the text gives it.

import type { SpeakerKind, Who } from "../known.js";
import { COURTESIES, OFFICES } from "../name-words.js";
import { ANSWERS, ASKS } from "./labels.js";
import type { Transcript, Turn } from "./transcript.js";

/** For each turn, who speaks. */
export function participantsOf(text: string, { turns, before, named }: Transcript): Who[] {
  const intro = [...before].map(({ start, end }) => text.slice(start, end)).join("\n");
  const names = new Set(turns.map(({ name }) => text.slice(name.start, name.end)));
  const parsed = new Map([...names].map((label) => [label, labelled(label, text)]));
  const answerer = answererIn(intro);
  let examiner: string | null = examinerIn(intro);
  const byLabel = new Map<string, Who>();
  return turns.map((turn, at) => {
    examiner = examinerBetween(text, turns, at) ?? examiner;
    const label = text.slice(turn.name.start, turn.name.end);
    const office = named.get(label.toLowerCase().replace(/^the /, ""));
    if (office) {
      const known = who(labelled(text.slice(office.start, office.end), text), turn, [...parsed.values()], text);
      return { ...known, role: label.replace(/^the /i, "") };
    }
    if (ANSWERS.test(label))
      return answerer ? who(labelled(answerer, text), turn, [...parsed.values()], text) : asked("the witness");
    if (ASKS.test(label))
      return examiner && /^Q/i.test(label)
        ? who(labelled(examiner, text), turn, [...parsed.values()], text)
        : asked(label);
    const key = `${label} ${turn.more}`;
    const known = byLabel.get(key) ?? who(parsed.get(label) ?? labelled(label, text), turn, [...parsed.values()], text);
    byLabel.set(key, known);
    return known;
  });
}

const asked = (label: string): Who => ({
  name: /^Q\d*$/i.test(label) ? "questioner" : label === label.toUpperCase() ? label.toLowerCase() : label,
  role: null,
  affiliation: null,
  kind: "unnamed",
});

interface Parsed {
  /** Words of the name, without offices. */
  readonly words: readonly string[];
  readonly role: string;
  readonly courtesy: boolean;
}

function labelled(label: string, text: string): Parsed {
  const tokens = label.replace(/[ \u00a0]+/g, " ").split(" ");
  let at = 0;
  let courtesy = false;
  const role: string[] = [];
  const head = /^the$/i.test(tokens[0] ?? "") && tokens.length > 1 ? 1 : 0;
  at = head;
  while (at < tokens.length) {
    const lower = (tokens[at] ?? "").toLowerCase();
    const isCourtesy =
      lower in COURTESIES || `${lower}.` in COURTESIES || /^(?:hon\.?|honou?rable|rt\.?|right|messrs\.?)$/.test(lower);
    if (isCourtesy) courtesy = true;
    else if (OFFICES.has(lower) || OFFICES.has(`${lower}.`)) role.push(tokens[at] ?? "");
    else if (/^(?:of|for|the|to|and)$/.test(lower) && role.length > 0 && at + 2 < tokens.length) role.push(lower);
    else if (role.length > 0 && role.at(-1) === "of") role.push(tokens[at] ?? "");
    else break;
    at++;
  }
  const words = tokens.slice(at).map((word) => recased(word, text));
  return { words, role: role.map((word) => recased(word, "")).join(" "), courtesy };
}

/** "OKAFOR" as "Okafor", unless the text writes it in capitals where it could have done otherwise. */
function recased(word: string, text: string): string {
  if (word.length < 2 || word !== word.toUpperCase() || /\d|\./.test(word)) return word;
  const title = word
    .replace(/\p{L}+/gu, (part) => part.charAt(0) + part.slice(1).toLowerCase())
    .replace(/^Mc(\p{Ll})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`);
  const isAbbreviation = word.length <= 4 && !new RegExp(`\\b${title}\\b`, "u").test(text) && !/[AEIOUY]/.test(word);
  return isAbbreviation ? word : title;
}

function who({ words, role, courtesy }: Parsed, { more }: Turn, others: readonly Parsed[], text: string): Who {
  const office = officeIn(more);
  const affiliation = affiliationIn(more);
  if (words.length === 0)
    return { name: role ? `the ${role.toLowerCase()}` : "Speaker", role: null, affiliation, kind: "unnamed" };
  const short = words.join(" ");
  const last = words.at(-1) ?? "";
  const longer = others.find(
    (one) => words.length === 1 && one.words.length > 1 && one.words.length <= 4 && one.words.at(-1) === last,
  );
  const name =
    longer?.words.join(" ") ??
    (words.length === 1 && others.length <= MOST_SOUGHT ? fullName(last, text) : null) ??
    short;
  const kind: SpeakerKind = isBody(short) && !courtesy && !role ? "organisation" : "person";
  return { name, role: role || office || longer?.role || roleBefore(name, text), affiliation, kind };
}

/** With more speakers than these their full names are not sought in the text: each is a look through all of it. */
const MOST_SOUGHT = 200;

const isBody = (name: string): boolean =>
  /\b(?:Delegation|Council|Committee|Commission|Ministry|Department|Union|Court|Government|Republic|Embassy|Office)\b/.test(
    name,
  ) || /^[A-Z]{2,5}$/.test(name);

/** ", Minister of Trade", "- Minister of Trade" */
const officeIn = (more: string): string | null =>
  /^[,—–-]\s*(.+?)\s*$/.exec(more.replace(/[([][^)\]]*[)\]]/g, "").trim())?.[1] ?? null;

/** "(Northport) (Lab)", "(Norland)": where a member sits, or for whom. */
const affiliationIn = (more: string): string | null => {
  const found = [...more.matchAll(/[([]([^)\]]+)[)\]]/g)].map(([, inside = ""]) => inside.trim());
  const told = found.filter((one) => !/interpret|translat|spoke in|\d{1,2}:\d\d|via |^cont/i.test(one));
  return told.length > 0 ? told.join(", ") : null;
};

/** The full name that a text gives somebody known by a surname: "Anna Keller" for "Keller". */
function fullName(last: string, text: string): string | null {
  const escaped = last.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  const counts = new Map<string, number>();
  const pattern = new RegExp(`((?:\\p{Lu}[\\p{Ll}\\p{M}'’-]+\\.? |\\p{Lu}\\. ){1,2})${escaped}(?![\\p{L}])`, "gu");
  for (const [, found = ""] of text.matchAll(pattern)) {
    const given = found
      .trim()
      .split(" ")
      .filter((word) => !isTitle(word));
    if (given.length === 0 || given.some((word) => COMMON.test(word))) continue;
    const name = `${given.join(" ")} ${last}`;
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
}

const isTitle = (word: string): boolean => {
  const lower = word.toLowerCase();
  return (
    lower in COURTESIES ||
    `${lower}.` in COURTESIES ||
    OFFICES.has(lower) ||
    OFFICES.has(`${lower}.`) ||
    /^hon/.test(lower)
  );
};
const COMMON = /^(?:The|A|An|And|But|For|From|With|When|Yes|No|Thank|So|Well|If|In|On|At|By|To|Of|As|That|This)$/;

/** "Foreign Minister Anna Keller", "Anna Keller, Minister of Trade": the office that the text gives. */
function roleBefore(name: string, text: string): string | null {
  const at = text.indexOf(name);
  if (at < 0) return null;
  const before =
    /((?:\p{Lu}[\p{L}.]*\s+){1,4})$/u
      .exec(text.slice(Math.max(0, at - 60), at))?.[1]
      ?.trim()
      .split(/\s+/) ?? [];
  const titled = before.slice(before.findIndex(isTitle)).filter((word) => !(word.toLowerCase() in COURTESIES));
  if (before.some(isTitle) && titled.length > 0 && titled.every(isTitle)) return titled.join(" ");
  return (
    /^,\s+((?:the )?\p{Lu}?[\p{L} ]{3,60}?)[,.;\n]/u.exec(text.slice(at + name.length, at + name.length + 80))?.[1] ??
    null
  );
}

/** "Interview with Anna Keller": who answers where the answers are marked "A". */
const answererIn = (intro: string): string | null =>
  /(?:interview with|conversation with|testimony of|examination of|deposition of|questions for|Q ?& ?A with|statement of) +((?:[A-Z]\p{L}*\. )?\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})/iu.exec(
    intro,
  )?.[1] ??
  /^ *(\p{Lu}[\p{L}.'’-]{0,40}(?: \p{Lu}[\p{L}.'’-]{0,40}){0,3}),? +(?:having been|was|being|called as)\b.*\b(?:sworn|witness)/imu.exec(
    intro,
  )?.[1] ??
  null;

const EXAMINATION =
  /(?:EXAMINATION|Examination|CROSS|QUESTIONS)?\s*(?:BY|By)\s+((?:M[RS]{1,2}S?|Mr|Ms|Mrs|Dr)\.?\s+[\p{L}'’-]+)/u;

/** "EXAMINATION BY MR. BRANDT:": who asks in court. */
const examinerIn = (intro: string): string | null => EXAMINATION.exec(intro)?.[1] ?? null;

/** The same between two turns. */
function examinerBetween(text: string, turns: readonly Turn[], at: number): string | null {
  const from = turns[at - 1]?.said.at(-1)?.start;
  const to = turns[at]?.name.start;
  if (from === undefined || to === undefined) return null;
  return /(?:EXAMINATION\s+)?BY\s+(M[RS]{1,2}\.?\s+[\p{Lu}'’-]+):/u.exec(text.slice(from, to))?.[1] ?? null;
}
