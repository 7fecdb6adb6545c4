// The one way in which a case's text becomes YAML. The library is asked for nothing that takes longer than in proportion
// to the text: it would compare every key with every other and every alias with every anchor, so these are judged here.
import {
  Composer,
  type CST,
  Document,
  isAlias,
  isMap,
  isNode,
  isScalar,
  Lexer,
  type LineCounter,
  type Node,
  Parser,
  visit,
  type YAMLMap,
} from "yaml";
import { strangeCharacter } from "./printable.js";

export type YamlDocument = Document.Parsed | Document<Node>;

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
const MOST_MARKS = 120_000;

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
    return { document: new Document<Node>(null), faults: [unfit] };
  }
  try {
    const { document, ends } = firstDocument(text, lineCounter);
    return { document, faults: [...ends, ...faultsOf(document)].slice(0, MOST_FAULTS) };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return { document: new Document<Node>(null), faults: [TOO_DEEP] };
  }
}

/**
 * The first document of a text, and where a second one begins. The library would go down into parts as deep as they are
 * written, until the stack is at its end, where it may take the whole program with it: this stops before.
 * @throws RangeError where parts lie too deep in each other
 */
function firstDocument(text: string, lineCounter?: LineCounter): { document: YamlDocument; ends: YamlFault[] } {
  const composer = new Composer({ prettyErrors: false, uniqueKeys: false, resolveKnownTags: false });
  let first: YamlDocument | null = null;
  for (const document of composer.compose(tokensOf(text, lineCounter), true, text.length)) {
    if (first) return { document: first, ends: [{ offset: document.range[0], message: SEVERAL }] };
    first = document;
  }
  return { document: first ?? new Document<Node>(null), ends: [] };
}

const SEVERAL = "holds several YAML documents (---); a case file is one.";

function* tokensOf(text: string, lineCounter?: LineCounter): Generator<CST.Token> {
  lineCounter?.addNewLine(0);
  const parser = new Parser(lineCounter?.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > DEEPEST) throw new RangeError("parts lie too deep in each other");
  }
  yield* parser.end();
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
  if (found.length > 0) {
    const shown = found
      .slice(0, MOST_FAULTS)
      .map(({ pos, code, message }) => ({ offset: pos[0], message: plainMessage(code, message) }));
    return shown;
  }
  return misusedNames(document);
}

const TOO_MANY_ALIASES = `is one anchor (&name) or alias (*name) too many; ${MOST_ALIASES} is the limit. Write the parts out.`;

const TOO_DEEP: YamlFault = { offset: 0, message: "is nested too deeply to be a case file. Flatten it." };

/** Keys that stand twice or would vanish, and more aliases than may be. */
function misusedNames(document: YamlDocument): YamlFault[] {
  const faults: YamlFault[] = [];
  let aliases = 0;
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ("anchor" in node && node.anchor)) aliases += 1;
      if (aliases > MOST_ALIASES) {
        faults.push({ offset: node.range?.[0] ?? 0, message: TOO_MANY_ALIASES });
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
  if (code === "TAB_AS_INDENT") return "is indented with a tab; YAML wants spaces.";
  return `is not valid YAML: ${plain.charAt(0).toLowerCase()}${plain.slice(1)}.`.replace("..", ".");
}
