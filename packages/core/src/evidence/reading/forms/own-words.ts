// Texts in which the author speaks: letters, speeches, statements, opinion pieces. Whose text it is, and which sentences
// are the author's own.
import type { Unit } from "../sentences.js";
import type { Span } from "../span.js";

export interface Author {
  readonly name: string;
  readonly role: string | null;
  /** Where the text names the author; null where something outside of it does. */
  readonly mention: Span | null;
  /** It is an organisation, and no person. */
  readonly isBody?: boolean;
}

export interface OwnWords {
  /** letter and speech: every sentence is the author's. article: those in the first person. */
  readonly form: "letter" | "speech" | "article";
  readonly author: Author;
  /** Whom a letter is written to, as it greets; null where it does not say. */
  readonly addressee: string | null;
  /** Greetings, places with a day, the signature: paragraphs that are none of it, by place. */
  readonly around: ReadonlySet<number>;
}

const GREETING =
  /^(?:Dear|My dear|Excellency|Excellencies|Your Excellency|Honou?rable|To whom|Sir|Madam|Sirs|Ladies and gentlemen|Mr\.? President|Madam President|Mr\.? Chair)\b.{0,120}[,:.!]?$/i;
const GOODBYE =
  /^(?:Yours|Sincerely|Respectfully|Kind regards|Best regards|Warm regards|Regards|With (?:the |my |our )?(?:best|kind|warm|deep|great|high|all|due|sincere)?\s?(?:respect|regards|wishes|thanks|esteem)|Faithfully|Cordially|Best wishes|Accept, (?:Sir|Madam|Excellenc)|Please accept|Very truly|Thank you(?: very much)?\.?$|In solidarity)/i;
const NAME = "(?:\\p{Lu}[\\p{L}.'’-]*|de|van|der|von|bin|al)(?:\\s(?:\\p{Lu}[\\p{L}.'’-]*|de|van|der|von|bin|al)){0,6}";
const SPEECH =
  "(?:(?:joint|opening|closing|press|public|written|prepared|official|full text of the|text of the|full|plenary|keynote|national) )*(?:statement|remarks|speech|address|message|testimony|declaration|comments|intervention|op-ed|letter|words|toast|lecture|article|reply)";
const TITLED = new RegExp(`^${SPEECH}\\s+(?:by|of|from|delivered by)\\s+(?:the\\s+)?(.{3,120})$`, "iu");
const POSSESSIVE = new RegExp(`^(.{3,80}?)[’']s?\\s+${SPEECH}\\b.{0,80}$`, "iu");

/**
 * Whose own words a text holds; null where it is a report.
 * @param outside the places of paragraphs that are none of the text
 * @param author as something outside the text names it
 */
export function ownWordsIn(
  text: string,
  paragraphs: readonly Span[],
  outside: ReadonlySet<number>,
  head: { readonly title: string | null; readonly byline: string | null },
  author: string | null,
): OwnWords | null {
  const line = (at: number): string => {
    const span = paragraphs[at];
    return span ? text.slice(span.start, span.end) : "";
  };
  const count = paragraphs.length;
  const greeting = [...paragraphs.keys()].slice(0, 15).find((at) => line(at).length < 140 && GREETING.test(line(at)));
  const goodbye = [...paragraphs.keys()]
    .slice(Math.max(1, count - 10))
    .find((at) => line(at).length < 160 && GOODBYE.test(line(at)));
  if (greeting !== undefined && (goodbye !== undefined || isFirstPerson(text, paragraphs, 0.2))) {
    const around = new Set<number>(outside);
    for (let at = 0; at <= greeting; at++) around.add(at);
    if (goodbye !== undefined) for (let at = goodbye; at < count; at++) around.add(at);
    return {
      form: goodbye === undefined ? "speech" : "letter",
      addressee: addresseeIn(line(greeting)),
      author:
        signedBy(text, paragraphs, goodbye) ?? titled(head.title, text) ?? given(author ?? head.byline) ?? UNKNOWN,
      around,
    };
  }
  const inside = paragraphs.filter((_, at) => !outside.has(at));
  const named = [head.title, ...[0, 1, 2, 3, 4].map(line)].map((one) => titled(one, text)).find((one) => one !== null);
  if (named && isFirstPerson(text, inside, 0.1))
    return {
      form: "speech",
      author: named,
      addressee: null,
      around: new Set([...outside, ...titleLines(paragraphs, line)]),
    };
  const by = given(author ?? head.byline) ?? issuerIn(text, paragraphs, inside);
  if (!by) return null;
  if (by.isBody) return { form: "speech", author: by, addressee: null, around: outside };
  // An author who says "I" gives opinions; a reporter does not.
  const opinion =
    inside.filter(({ start, end }) => /\bI\b(?![.’'])/.test(withoutQuotations(text.slice(start, end)))).length >= 2;
  return { form: opinion ? "speech" : "article", author: by, addressee: null, around: outside };
}

const withoutQuotations = (words: string): string => words.replace(/[“"][^”"]*[”"]/g, "");

/** The body that gives a statement out, by a line of its own at the head, where the text says "we". */
function issuerIn(text: string, paragraphs: readonly Span[], inside: readonly Span[]): Author | null {
  if (!isFirstPerson(text, inside, 0.25)) return null;
  for (const { start, end } of paragraphs.slice(0, 6)) {
    const line = text.slice(start, end);
    const name = line.replace(/^[*_#\s]+|[*_:\s]+$/g, "");
    if (name.length > 80 || !ISSUER.test(name) || /^(?:Media|Press|Joint|Public)\b/i.test(name)) continue;
    const at = start + line.indexOf(name);
    return {
      name: name.replace(/^the /i, ""),
      role: null,
      mention: { start: at, end: at + name.length },
      isBody: true,
    };
  }
  return null;
}

const ISSUER =
  /^(?:The )?(?:\p{Lu}[\p{L}.'’&-]*\s|of |and |for |the )*(?:Union|Society|Association|Council|Committee|Ministry|Government|Company|Co\.|Ltd\.?|Inc\.?|Federation|Authority|Commission|League|Party|Movement|Front|Coalition|Alliance|Board|Guild|Chamber|Embassy|Delegation|Office)(?: (?:of|for) (?:the )?\p{Lu}[\p{L}.'’&-]*(?:\s(?:of |and |the )?\p{Lu}[\p{L}.'’&-]*)*)?$/u;

/** "Dear Mr Finnerack,": whom "you" means. */
const addresseeIn = (greeting: string): string | null =>
  /^(?:My )?Dear (?:(?:Mr|Mrs|Ms|Dr|Sir|Madam|Minister|President|Professor|Ambassador|Colleagues?|Friends?|Members?)\.?\s*)*(\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){0,3})?/u.exec(
    greeting,
  )?.[1] ?? null;

const UNKNOWN: Author = { name: "the author", role: null, mention: null };

function* titleLines(paragraphs: readonly Span[], line: (at: number) => string): Iterable<number> {
  for (const at of paragraphs.keys()) {
    if (at > 4 || (/[.?!]["”]?$/.test(line(at)) && line(at).length > 60)) return;
    if (!/[.?!]["”]?$/.test(line(at)) || GREETING.test(line(at))) yield at;
  }
}

/** Whether at least a share of the paragraphs say "I" or "we" outside quotation marks. */
function isFirstPerson(text: string, paragraphs: readonly Span[], share: number): boolean {
  const long = paragraphs.filter(({ start, end }) => end - start > 40);
  const own = long.filter(({ start, end }) => FIRST.test(withoutQuotations(text.slice(start, end))));
  return own.length > 0 && own.length >= long.length * share;
}

const FIRST = /\b(?:I|[Ww]e|[Oo]ur|[Mm]y|us)\b/;

/** The name below "Yours sincerely", with the office below it. */
function signedBy(text: string, paragraphs: readonly Span[], goodbye: number | undefined): Author | null {
  if (goodbye === undefined) return null;
  const lines = paragraphs
    .slice(goodbye)
    .flatMap(({ start, end }) =>
      text
        .slice(start, end)
        .split(/\r?\n/)
        .map((one) => one.trim()),
    )
    .filter((one) => one !== "");
  const at = lines.findIndex((one, place) => place > 0 && isName(one));
  const same = /,\s*(\p{Lu}.*)$/u.exec(lines[0] ?? "")?.[1];
  const name = at > 0 ? lines[at] : same && isName(same) ? same : undefined;
  if (!name) return null;
  const plain = name.replace(/^[(*_]+|[)*_,]+$/g, "").replace(/^signed:?\s*/i, "");
  const start = text.lastIndexOf(plain);
  const office = lines[at + 1] ?? "";
  const [own = plain, role] = plain.split(/,\s+/, 2);
  return {
    name: withoutTitle(own).name,
    role:
      role ?? withoutTitle(own).role ?? (office !== "" && office.length < 90 && !/[.?!]$/.test(office) ? office : null),
    mention: start >= 0 ? { start, end: start + own.length } : null,
  };
}

const isName = (line: string): boolean =>
  line.length < 90 &&
  new RegExp(`^[(*_]*(?:signed:?\\s*)?${NAME}(?:,\\s.{2,60})?[)*_]*$`, "iu").test(line) &&
  /^\W*(?:signed)?\W*\p{Lu}/iu.test(line) &&
  !GOODBYE.test(line);

/** "Statement by Foreign Minister Anna Keller at …": the author in a title. */
function titled(title: string | null, text: string): Author | null {
  if (!title || title.length > 200) return null;
  const whose = TITLED.exec(title)?.[1] ?? POSSESSIVE.exec(title)?.[1];
  if (!whose) return null;
  const plain = whose
    .replace(/\s+(?:at|on|to|in|during|before|following|after|regarding|concerning|about|for)\s.*$/, "")
    .replace(/[,:–—(].*$/, (rest) => (/^,\s/.test(rest) ? rest : ""));
  const [first = "", second] = plain.replace(/[,;:\s]+$/, "").split(/,\s+/, 2);
  // "the Minister, Bastian Crole": the office first.
  const isOffice =
    second !== undefined && /^\p{Lu}/u.test(second) && (TITLES.test(`${first} `) || OFFICE_ALONE.test(first));
  const [name, role] = isOffice ? [second, first] : [first, second];
  if (!/^\p{Lu}/u.test(name)) return null;
  const start = text.indexOf(name);
  const parted = withoutTitle(name);
  return {
    name: parted.name,
    role: role ?? parted.role,
    mention: start >= 0 ? { start, end: start + name.length } : null,
  };
}

const OFFICE_ALONE =
  /^(?:\p{Lu}\p{L}+ )*(?:Minister|President|Secretary|Chancellor|Ambassador|Chair\w*|Director|General|Premier|Governor|Mayor|Envoy|Commissioner|Spokes\w+)(?: (?:of|for) .*)?$/u;

const given = (name: string | null): Author | null =>
  name && /\p{L}/u.test(name) ? { name: name.replace(/^by\s+/i, "").trim(), role: null, mention: null } : null;

const TITLES =
  /^((?:(?:Mr|Mrs|Ms|Dr|Sir|Dame|Lord|Lady|Prof|H\.?E|Hon)\.?|(?:Prime |Foreign |Deputy |Vice |Trade |Finance |Defen[cs]e )*(?:Minister|President|Secretary(?:-General| of State)?|Chancellor|Ambassador|Chairman|Chairwoman|Chair|Director(?:-General)?|General|Senator|Premier|King|Queen|Prince)(?: of [\p{Lu}]\p{L}+)?)\s+)+(?=\p{Lu})/u;

function withoutTitle(name: string): { name: string; role: string | null } {
  const title = TITLES.exec(name)?.[0];
  return title ? { name: name.slice(title.length), role: title.trim() } : { name, role: null };
}

/** Whether a sentence is in the first person, outside quotation marks: "I", "we", "our". */
export const isOwnSentence = (units: readonly Unit[]): boolean =>
  units.some(
    ({ lower, text, quotation }) =>
      quotation < 0 && (text === "I" || lower === "we" || lower === "our" || lower === "my"),
  );

/** The first word of a sentence that means its author. */
export function ownMention(units: readonly Unit[]): Span | null {
  const unit = units.find(
    ({ lower, text, quotation }) =>
      quotation < 0 && (text === "I" || lower === "we" || lower === "our" || lower === "my"),
  );
  return unit ? { start: unit.start, end: unit.end } : null;
}
