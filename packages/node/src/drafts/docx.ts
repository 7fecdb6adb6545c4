// A draft as a Word document: real headings, numbered articles, tables, and brackets as tracked insertions by who wants them.
import type {
  Bracket,
  Clause,
  DraftPart,
  Table as Sheet,
  TableRow as SheetRow,
  TextPiece,
  Wording,
} from "@parley/core/internal";
import { bracketText, isBracket, originText, plainText } from "@parley/core/internal";
import {
  AlignmentType,
  BorderStyle,
  Document as File,
  type FileChild,
  Footer,
  Header,
  HeadingLevel,
  InsertedTextRun,
  type IParagraphOptions,
  LevelFormat,
  LevelSuffix,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from "docx";
import { unzipSync, zipSync } from "fflate";
import { type Document, tracesOf } from "./document.js";

/** In the properties of every document, which stand first and unpacked; a file without it is not written over. */
export const DOCX_MARK = "<dc:creator>Parley</dc:creator>";

/** @returns the bytes; the same draft gives the same bytes */
export async function docxOf(document: Document, words: Wording): Promise<Uint8Array> {
  const { heading, marking, title, asOf, parts } = document;
  const pen = { ...words.drafts, tracked: tracker(asOf) };
  const [upright, wide] = [parts.filter((part) => !isWide(part)), parts.filter(isWide)];
  const around = { headers: { default: headerOf(marking, title) }, footers: { default: footer } };
  const opening = [
    new Paragraph({ heading: HeadingLevel.TITLE, children: textRuns(heading) }),
    new Paragraph({
      style: "Marking",
      children: textRuns(`${marking} · ${words.drafts.about(document)}`),
    }),
    ...[document.sentence, ...document.remarks].map(
      (text) => new Paragraph({ style: "Note", children: textRuns(text) }),
    ),
  ];
  const traces = tracesOf(document, words);
  const file = new File({
    creator: "Parley",
    lastModifiedBy: "Parley",
    title: heading,
    description: marking,
    styles: stylesOf(document.kind === "brief"),
    numbering: numberingOf(words.drafts.article),
    sections: [
      {
        ...around,
        properties: { page: { margin } },
        children: [...opening, ...upright.flatMap((part) => partOf(part, pen))],
      },
      ...(wide.length > 0
        ? [
            {
              ...around,
              properties: { page: { margin, size: { orientation: PageOrientation.LANDSCAPE } } },
              children: wide.flatMap((part) => partOf(part, pen)),
            },
          ]
        : []),
      ...(traces.length > 0
        ? [{ ...around, properties: { page: { margin } }, children: tracesPart(traces, words.drafts.traces) }]
        : []),
    ],
  });
  return settled(await Packer.toBuffer(file), asOf);
}

/** Annexes are tables of many columns: they stand on pages that lie. */
const isWide = ({ id }: DraftPart): boolean => id.startsWith("annex:");

const MARGIN = 1134;
const margin = { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN };

const headerOf = (marking: string, title: string) =>
  new Header({
    children: [new Paragraph({ style: "Marking", children: textRuns(`${marking} · ${title}`) })],
  });

const footer = new Footer({
  children: [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      children: [new TextRun({ children: [PageNumber.CURRENT, " / ", PageNumber.TOTAL_PAGES], size: 18 })],
    }),
  ],
});

/** A text by its lines: within a run Word shows no line break. */
const linesOf = (text: string): { readonly text: string; readonly break?: number }[] =>
  text.split(/\r\n|[\r\n\u2028\u2029]/).map((line, place) => (place === 0 ? { text: line } : { text: line, break: 1 }));

const textRuns = (text: string, bold = false): TextRun[] =>
  linesOf(text).map((line) => new TextRun({ ...line, ...(bold && { bold }) }));

/** Insertions are numbered, and dated by the day from which the case is seen: nothing in a draft tells when it was made. */
function tracker(asOf: string) {
  let id = 0;
  return (author: string, text: string) =>
    linesOf(text).map((line) => {
      id += 1;
      return new InsertedTextRun({ id, author, date: `${asOf}T00:00:00Z`, ...line });
    });
}

/** What a draft is written with: its words, and insertions by who wants them. */
type Pen = Wording["drafts"] & { readonly tracked: ReturnType<typeof tracker> };

/** Proposals and blanks are nobody's yet. */
function bracketRuns({ alternatives, asks }: Bracket, { tracked, proposed }: Pen): (InsertedTextRun | TextRun)[] {
  return alternatives.flatMap((one, place) => {
    const runs = tracked(one.name ?? proposed, bracketText({ alternatives: [one], asks }));
    return place === 0 ? runs : [new TextRun(" "), ...runs];
  });
}

const runsOf = (pieces: readonly TextPiece[], pen: Pen): (InsertedTextRun | TextRun)[] =>
  pieces.flatMap((piece) =>
    typeof piece === "string"
      ? piece === ""
        ? []
        : textRuns(piece)
      : isBracket(piece)
        ? bracketRuns(piece, pen)
        : textRuns(piece.text),
  );

function partOf(part: DraftPart, pen: Pen): FileChild[] {
  const { label, title, blocks, id } = part;
  const width = isWide(part) ? PAGE.wide : PAGE.upright;
  const isArticle = label?.startsWith(`${pen.article} `) ?? false;
  const heading = new Paragraph({
    heading: HeadingLevel.HEADING_1,
    ...(isArticle && { numbering: { reference: "articles", level: 0 } }),
    children: textRuns(isArticle || label === null ? title : `${label}. ${title}`),
  });
  return [
    heading,
    ...blocks.flatMap((block) =>
      block.kind === "clause" ? clauseOf(block, id, isArticle, pen) : sheetOf(block, pen, width),
    ),
  ];
}

function clauseOf({ number, level, pieces, flags }: Clause, part: string, isArticle: boolean, pen: Pen): FileChild[] {
  // Articles are numbered by Word itself, so that a clause that is put in moves the others on.
  const numbering: IParagraphOptions["numbering"] =
    number === null
      ? undefined
      : isArticle
        ? { reference: "articles", level: level === 1 ? 2 : 1 }
        : { reference: number === "•" ? "points" : `list ${part}`, level: 0 };
  return [
    new Paragraph({
      ...(numbering && { numbering }),
      style: "Clause",
      // What is open about a clause stands on its page.
      ...(flags.length > 0 && { keepNext: true }),
      children: runsOf(pieces, pen),
    }),
    ...flagLines(flags, pen),
  ];
}

const flagLines = (flags: Clause["flags"], { flag }: Pen, about: string | null = null): Paragraph[] =>
  flags.map(
    ({ kind, text }, place) =>
      new Paragraph({
        style: "Flag",
        ...(place < flags.length - 1 && { keepNext: true }),
        children: [...textRuns(`${flag(kind, about)} `, true), ...textRuns(text)],
      }),
  );

function sheetOf({ caption, head, rows }: Sheet, pen: Pen, width: number): FileChild[] {
  return [
    new Paragraph({ style: "Note", keepNext: true, children: textRuns(caption) }),
    tableOf(
      head,
      rows.map(({ cells }) => cells.map((cell) => runsOf(cell, pen))),
      rows.map(({ cells }) => cells.map(plainText)),
      width,
    ),
    ...rows.flatMap((row) => flagLines(row.flags, pen, firstCell(row))),
  ];
}

const firstCell = ({ cells }: SheetRow): string => plainText(cells[0] ?? []);

type Runs = readonly (InsertedTextRun | TextRun)[];

function tableOf(
  head: readonly string[],
  rows: readonly (readonly Runs[])[],
  texts: readonly (readonly string[])[],
  width: number = PAGE.upright,
): Table {
  const cell = (children: Runs, keepNext = false) =>
    new TableCell({
      margins: { top: 50, bottom: 50, left: 80, right: 80 },
      children: [new Paragraph({ style: "Cell", ...(keepNext && { keepNext }), children: [...children] })],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    layout: TableLayoutType.FIXED,
    columnWidths: widthsOf(head, texts, width),
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        // No head stands alone at the foot of a page.
        children: head.map((text) => cell(textRuns(text, true), true)),
      }),
      ...rows.map((cells) => new TableRow({ cantSplit: true, children: cells.map((runs) => cell(runs)) })),
    ],
  });
}

function tracesPart(traces: ReturnType<typeof tracesOf>, words: Pen["traces"]): FileChild[] {
  return [
    new Paragraph({ heading: HeadingLevel.HEADING_1, children: textRuns(words.heading) }),
    new Paragraph({
      style: "Note",
      keepNext: true,
      children: textRuns(words.note),
    }),
    tableOf(
      words.head,
      traces.map(({ where, from }) => [textRuns(where), textRuns(from.map(originText).join("; "))]),
      traces.map(({ where, from }) => [where, from.map(originText).join("; ")]),
    ),
  ];
}

const font = "Calibri";

/** A brief is two pages: its letters and its lines stand closer. */
const stylesOf = (close: boolean) => ({
  default: {
    document: {
      run: { font, size: close ? 20 : 22 },
      paragraph: { spacing: { after: close ? 50 : 120, line: close ? 245 : 276 }, widowControl: true },
    },
    title: { run: { font, size: 40, bold: true }, paragraph: { spacing: { after: 80 }, keepNext: true } },
    heading1: {
      run: { font, size: 26, bold: true, color: "1F3864" },
      paragraph: { spacing: { before: close ? 160 : 320, after: close ? 60 : 120 }, keepNext: true },
    },
  },
  paragraphStyles: [
    { id: "Clause", name: "Clause", basedOn: "Normal", quickFormat: true },
    { id: "Cell", name: "Cell", basedOn: "Normal", run: { size: 18 }, paragraph: { spacing: { after: 0, line: 240 } } },
    { id: "Marking", name: "Marking", basedOn: "Normal", run: { bold: true, size: 18, color: "7F0000" } },
    { id: "Note", name: "Note", basedOn: "Normal", run: { italics: true, size: 20, color: "404040" } },
    {
      id: "Flag",
      name: "Flag",
      basedOn: "Normal",
      run: { size: 18, color: "7F3F00" },
      paragraph: {
        indent: { left: 720 },
        spacing: { after: 80, line: 240 },
        border: { left: { style: BorderStyle.SINGLE, size: 12, space: 8, color: "D55E00" } },
      },
    },
  ],
});

/** Between the margins of a page of A4, in twentieths of a point. */
const PAGE = { upright: 11_906 - 2 * MARGIN, wide: 16_838 - 2 * MARGIN } as const;

/** Of a page's width, in twentieths of a point: as the texts ask for, and none too narrow for a date. */
function widthsOf(head: readonly string[], rows: readonly (readonly string[])[], width: number): number[] {
  const asked = head.map((text, column) =>
    Math.max(8, text.length, Math.sqrt(40 * Math.max(...rows.map((cells) => cells[column]?.length ?? 0), 1))),
  );
  const all = asked.reduce((sum, one) => sum + one, 0);
  return asked.map((one) => Math.round((width * one) / all));
}

const level = (
  place: number,
  format: (typeof LevelFormat)[keyof typeof LevelFormat],
  text: string,
  left: number,
  hanging: number,
) => ({
  level: place,
  format,
  text,
  alignment: AlignmentType.LEFT,
  style: { paragraph: { indent: { left, hanging } } },
});

const numberingOf = (article: string) => ({
  config: [
    {
      reference: "articles",
      levels: [
        { ...level(0, LevelFormat.DECIMAL, `${article} %1.`, 0, 0), suffix: LevelSuffix.SPACE },
        level(1, LevelFormat.DECIMAL, "%1.%2", 720, 720),
        level(2, LevelFormat.LOWER_LETTER, "(%3)", 1287, 567),
      ],
    },
    ...["preamble", "goals", "moves"].map((part) => ({
      reference: `list ${part}`,
      levels: [level(0, LevelFormat.DECIMAL, "%1.", 567, 567)],
    })),
    { reference: "points", levels: [level(0, LevelFormat.BULLET, "•", 454, 284)] },
  ],
});

/** Packed anew without a time or a chance in it: the properties first and as they are, then the rest. */
function settled(packed: Uint8Array, asOf: string): Uint8Array {
  const files = unzipSync(packed);
  const properties = "docProps/core.xml";
  const core = new TextDecoder()
    .decode(files[properties] ?? new Uint8Array())
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${asOf}T00:00:00Z`);
  const mtime = new Date(`${asOf < "1980" ? "1980-01-01" : asOf}T12:00:00Z`);
  return zipSync({
    [properties]: [new TextEncoder().encode(core), { level: 0, mtime }],
    ...Object.fromEntries(
      Object.entries(files)
        .filter(([path]) => path !== properties)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([path, content]) => [path, [content, { level: 6 as const, mtime }]]),
    ),
  });
}
