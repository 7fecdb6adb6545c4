// The one way in which a case's text becomes YAML. The library is asked for nothing that takes longer than in proportion
// to the text: it would compare every key with every other and every alias with every anchor, so these are judged here.
import { isAlias, isMap, isNode, isScalar, type LineCounter, parseDocument, visit, type YAMLMap } from "yaml";
import { strangeCharacter } from "./words.js";

export type YamlDocument = ReturnType<typeof parseDocument>;

/** Something that keeps a text from being read, at an offset in it; the message goes on after "the file" or the place. */
export interface YamlFault {
  readonly offset: number;
  readonly message: string;
}

export interface YamlText {
  readonly document: YamlDocument;
  /** Empty where the document may be used. */
  readonly faults: readonly YamlFault[];
}

/** Characters that part one value from the next, or need a look of their own. A record of a thousand statements has some twenty thousand of them. */
const MOST_MARKS = 150_000;

/** Anchors and aliases together: the library looks through all of them for each. */
const MOST_ALIASES = 500;

/** Mappings and lists within each other; no case has more than some twenty. */
const DEEPEST = 200;

/** After the first few, a broken file's syntax errors are echoes of one another. */
const MOST_FAULTS = 5;

/** Reads a text as one YAML document, in time and memory in proportion to its length. */
export function readYaml(text: string, lineCounter?: LineCounter): YamlText {
  const unfit = misfit(text);
  if (unfit) {
    if (lineCounter) addLines(lineCounter, text);
    return { document: parseDocument(""), faults: [unfit] };
  }
  const document = parseDocument(text, {
    ...(lineCounter && { lineCounter }),
    prettyErrors: false,
    logLevel: "error",
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  return { document, faults: faultsOf(document) };
}

/** The lines of a text that the library is not shown. */
function addLines(lines: LineCounter, text: string): void {
  lines.addNewLine(0);
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) lines.addNewLine(at + 1);
}

/** Under the rules of 1.1 words mean other things (`no`, `1:30`), and keys like `<<` do what takes long. */
const OTHER_VERSION = /^\ufeff?%YAML[ \t]+(?!1\.2(?:\s|$))/m;

/** Why a text is not even looked into. */
function misfit(text: string): YamlFault | null {
  const strange = strangeCharacter(text);
  if (strange)
    return { offset: strange.at, message: `holds a character that no text may hold (${strange.name}). Take it out.` };
  const version = OTHER_VERSION.exec(text);
  if (version)
    return {
      offset: version.index,
      message: "is marked as YAML of another version than 1.2, which is what is read here. Take the line out.",
    };
  let marks = 0;
  for (let at = 0; at < text.length; at++) {
    if (!isMark(text.charCodeAt(at), text.charCodeAt(at + 1))) continue;
    marks += 1;
    if (marks > MOST_MARKS)
      return { offset: at, message: `has more parts than a case file may have (${MOST_MARKS}). Shorten it.` };
  }
  return null;
}

const [NEWLINE, SPACE, TAB, RETURN, COMMA, LIST, MAP, ESCAPE, COLON, DASH, QUESTION] = codesOf("\n \t\r,[{\\:-?");

function codesOf(characters: string): number[] {
  return [...characters].map((character) => character.charCodeAt(0));
}

/** Whether a character begins or ends a value wherever it is no part of a word. */
function isMark(code: number, next: number): boolean {
  if (code === NEWLINE || code === RETURN || code === COMMA || code === LIST || code === MAP || code === ESCAPE)
    return true;
  const apart = next === SPACE || next === TAB || next === NEWLINE || next === RETURN || Number.isNaN(next);
  return apart && (code === COLON || code === DASH || code === QUESTION);
}

function faultsOf(document: YamlDocument): YamlFault[] {
  const found = [...document.errors, ...document.warnings];
  if (found.some(({ message }) => /call stack/i.test(message))) return [TOO_DEEP];
  if (found.length > 0) {
    const shown = found
      .slice(0, MOST_FAULTS)
      .map(({ pos, code, message }) => ({ offset: pos[0], message: plainMessage(code, message) }));
    return shown;
  }
  try {
    return misusedNames(document);
  } catch (error) {
    if (error instanceof RangeError) return [TOO_DEEP];
    throw error;
  }
}

const TOO_MANY_ALIASES = {
  message: `is one anchor (&name) or alias (*name) too many; ${MOST_ALIASES} is the limit. Write the parts out.`,
};

const TOO_DEEP: YamlFault = { offset: 0, message: "is nested too deeply to be a case file. Flatten it." };

/** Keys that stand twice or would vanish, parts that lie too deep, and more aliases than may be. */
function misusedNames(document: YamlDocument): YamlFault[] {
  const faults: YamlFault[] = [];
  let aliases = 0;
  visit(document, {
    Node: (_, node, path) => {
      if (isAlias(node) || ("anchor" in node && node.anchor)) aliases += 1;
      if (path.length > DEEPEST || aliases > MOST_ALIASES) {
        faults.push({ ...(path.length > DEEPEST ? TOO_DEEP : TOO_MANY_ALIASES), offset: node.range?.[0] ?? 0 });
        return visit.BREAK;
      }
      if (isMap(node)) for (const fault of misusedKeys(node)) faults.push(fault);
      return faults.length >= MOST_FAULTS ? visit.BREAK : undefined;
    },
  });
  return faults.slice(0, MOST_FAULTS).sort((a, b) => a.offset - b.offset);
}

function misusedKeys(map: YAMLMap): YamlFault[] {
  const seen = new Set<unknown>();
  return map.items.flatMap(({ key }): YamlFault[] => {
    const offset = (isNode(key) && key.range?.[0]) || 0;
    if (!isScalar(key)) return [{ offset, message: "is a key of several parts; a key here is one word." }];
    if (key.value === "__proto__") return [{ offset, message: '"__proto__" cannot be a name here. Choose another.' }];
    const name = String(key.value);
    if (seen.has(name)) return [{ offset, message: "the same key stands twice here; keep one of them." }];
    seen.add(name);
    return [];
  });
}

const REPEATS = 50;

/** The document as plain values; an empty one is an empty mapping. */
export function plainValue(
  document: YamlDocument,
): { readonly value: unknown; readonly fault?: undefined } | { readonly fault: YamlFault } {
  try {
    return { value: document.toJS({ maxAliasCount: REPEATS }) ?? {} };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/unresolved alias/i.test(message))
      return {
        fault: { offset: 0, message: "uses an alias (*name) whose anchor (&name) is nowhere. Write the part out." },
      };
    if (/alias/i.test(message))
      return {
        fault: { offset: 0, message: `aliases repeat too much of the file (${REPEATS} at most). Write the parts out.` },
      };
    if (error instanceof RangeError) return { fault: TOO_DEEP };
    throw error;
  }
}

function plainMessage(code: string, message: string): string {
  const plain = message.split("\n")[0]?.slice(0, 200) ?? message;
  if (code === "MULTIPLE_DOCS") return "holds several YAML documents (---); a case file is one.";
  if (code === "TAB_AS_INDENT") return "is indented with a tab; YAML wants spaces.";
  return `is not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}.`.replace("..", ".");
}
