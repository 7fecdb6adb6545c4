// Lines to paragraphs. A PDF knows only where letters stand; what a paragraph is must be seen from gaps between lines,
// indents and short last lines, as a reader does.
import { columnsOf } from "./pdf-columns.js";
import { joinLines, type Words, wordsOf } from "./pdf-hyphens.js";
import { mainSize, type PdfItem, type PdfLine } from "./pdf-line.js";

/** A gap so many times the usual pitch parts paragraphs. */
const GAP = 1.25;
/** Sizes so far apart are of a heading, a note or another text. */
const OTHER_SIZE = 0.12;
/** Indents and short lines are seen from so many times the size of the type on. */
const INDENT = 0.8;
/** Notes at a page's foot are set smaller than the text by so much. */
const NOTE_SIZE = 0.92;
/** The right margin is where the lines around end: text beside a picture has its own. */
const AROUND = 4;

type Column = readonly PdfLine[];

/** The paragraphs of pages whose running heads are gone, in reading order; one may begin on one page and end on another. */
export function pdfParagraphs(pages: readonly (readonly PdfItem[])[]): readonly string[] {
  const columns = columnsOf(pages).map((lines) => lines.filter(({ text }) => text !== ""));
  const lines = columns.flat();
  const body = mainSize(lines.map(({ text, size }) => ({ text, height: size })));
  const words = wordsOf(lines.map(({ text }) => text));
  return paragraphsOf(columns, pitchOf(columns), body).map((paragraph) => join(paragraph, words));
}

/** Line by line: joined to the whole paragraph so far, time would grow with its square. */
function join(lines: readonly PdfLine[], words: Words): string {
  const parts = lines.map(({ text }, at) => {
    const next = lines[at + 1]?.text;
    return next === undefined ? text : joinLines(text, next, words).slice(0, -next.length);
  });
  return parts.join("");
}

/** Notes at the foot of a column wait until the paragraph that goes on in the next one has ended. */
function paragraphsOf(columns: readonly Column[], pitch: (size: number) => number, body: number): PdfLine[][] {
  const paragraphs: PdfLine[][] = [];
  let [open, waiting]: [PdfLine[], PdfLine[][]] = [[], []];
  const close = (): void => {
    if (open.length > 0) paragraphs.push(open);
    paragraphs.push(...waiting);
    [open, waiting] = [[], []];
  };
  for (const column of columns) {
    const foot = footOf(column, body);
    const [text, notes] = [column.slice(0, foot), column.slice(foot)];
    for (const [at, line] of text.entries()) {
      if (open.length > 0 && begins(text, at, open, pitch(line.size))) close();
      open.push(line);
    }
    for (const [at, line] of notes.entries()) {
      const note = waiting.at(-1);
      if (!note || at === 0 || begins(notes, at, note, pitch(line.size))) waiting.push([line]);
      else note.push(line);
    }
  }
  close();
  return paragraphs;
}

/** Where the notes at the foot begin: smaller lines at the end of a column that has text of the usual size. */
function footOf(column: Column, body: number): number {
  const last = column.findLastIndex(({ size }) => size > NOTE_SIZE * body);
  return last < 0 ? column.length : last + 1;
}

/** Whether a line begins a paragraph after the open one. */
function begins(column: Column, at: number, open: readonly PdfLine[], pitch: number): boolean {
  const [line, last] = [column[at], open.at(-1)];
  if (!line || !last) return true;
  if (Math.abs(line.size - last.size) > OTHER_SIZE * Math.max(line.size, last.size)) return true;
  if (/^[•▪◦‣●■]/.test(line.text)) return true;
  // The first line of a column follows the last of another: where they stand says nothing of each other but the ends.
  const before = at > 0 ? column[at - 1] : undefined;
  if (!before) return isShort(last, line, rightOf(open, column));
  if (line.y - before.y > GAP * pitch) return true;
  return shifts(line, open) || isShort(last, line, marginAround(column, at));
}

/** Indented, or back from a block that was. */
function shifts(line: PdfLine, open: readonly PdfLine[]): boolean {
  const [last, one] = [open.at(-1), open.at(-2)];
  if (!last) return false;
  const step = line.x - last.x;
  const far = INDENT * line.size;
  if (step > far)
    return (
      (endsSentence(last.text) || last.right - last.x < 0.5 * (line.right - line.x)) &&
      !/^(?:[•▪◦‣●■–-]|\(?\w{1,3}[.)])\s/.test(open[0]?.text ?? "") &&
      line.right > last.x
    );
  // After one indented line the text goes back to its margin; after several it is another text.
  return step < -far && one !== undefined && Math.abs(one.x - last.x) < far && endsSentence(last.text);
}

/** The first word of the next line would have had room here, and the next line can begin a sentence. */
function isShort(last: PdfLine, next: PdfLine, margin: number): boolean {
  const first = next.text.split(" ", 1)[0] ?? "";
  const room = margin - last.right - (next.right - next.x) * ((first.length + 1) / Math.max(1, next.text.length));
  if (room < INDENT * last.size || !/^[\p{Lu}\p{N}"“‘'«„([]/u.test(next.text)) return false;
  return endsSentence(last.text);
}

const endsSentence = (text: string): boolean => /[.?!:…]["”’'»)\]\d]*$/.test(text);

const marginAround = (column: Column, at: number): number =>
  Math.max(...column.slice(Math.max(0, at - AROUND), at + AROUND).map(({ right }) => right));

/** The margin that the open paragraph's own lines show; those of the next column, moved over, where it has only one. */
function rightOf(open: readonly PdfLine[], column: Column): number {
  const [last] = open.slice(-1);
  const widest = Math.max(...column.map(({ right, x }) => right - x));
  return Math.max(
    ...open.map(({ right }) => right),
    (open.length > 1 ? Math.min(...open.map(({ x }) => x)) : (last?.x ?? 0)) + widest,
  );
}

/** The usual distance of baselines, for lines of a size: the most frequent one, or what printers take. */
function pitchOf(columns: readonly Column[]): (size: number) => number {
  const counts = new Map<number, Map<number, number>>();
  for (const column of columns)
    for (const [at, line] of column.entries()) {
      const before = column[at - 1];
      if (!before || before.size !== line.size || line.y - before.y > 3 * line.size) continue;
      const own = counts.get(line.size) ?? new Map<number, number>();
      const gap = Math.round((line.y - before.y) * 4) / 4;
      own.set(gap, (own.get(gap) ?? 0) + 1);
      counts.set(line.size, own);
    }
  return (size) => {
    const most = [...(counts.get(size) ?? [])].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 1]);
    return most[0] > 0 ? most[0] : 1.25 * size;
  };
}
