// What people read is said in core/wording, so that it can be said in another language: what is left elsewhere is counted.
import { readdirSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Where people read: pages, pictures, the command line, the report, drafts. */
const SURFACES = [
  "packages/web/src",
  "packages/charts/src",
  "packages/node/src/cli",
  "packages/node/src/drafts",
  "packages/node/src/report",
  "packages/node/src/server",
];

/** The interface of the server for programs, described for those who write them. */
const DESCRIBED = /^packages[/]node[/]src[/]server[/](contract|routes|rooms-routes)[.]ts$/;

/** What may stay: by file, the literal and why. Nothing else may. */
const EXCEPTIONS: Readonly<Record<string, readonly string[]>> = {
  // Headers, an event, and the description of the interface for programs.
  "packages/node/src/server/app.ts": [
    "still here",
    "Parley: the workbench",
    "Cases, edits, analyses; for this machine.",
  ],
  "packages/node/src/server/static-files.ts": ["public, max-age=31536000, immutable"],
  "packages/node/src/server/rooms-app.ts": [
    'attachment; filename="room.jsonl"',
    'attachment; filename="outcome.docx"',
    'attachment; filename="text.docx"',
  ],
  "packages/node/src/server/cases-api.ts": ['attachment; filename="….zip"'],
  "packages/node/src/server/library-api.ts": ['attachment; filename="sources.…"'],
  "packages/node/src/server/made-files-api.ts": [
    'attachment; filename="roadmap….…"',
    'attachment; filename="….…"',
    'attachment; filename="alerts.…"',
  ],
  // Names that are long, or of another script, as somebody's case may have them: no words of ours.
  "packages/web/src/pages/gallery-names.ts": [
    "The Interim Joint Commission for the Supervision of the Withdrawal and of the Exchange of Detained Persons",
    "لجنة الإشراف المشتركة",
  ],
  // A mistake of ours, that no user makes.
  "packages/web/src/case-view.ts": ["useCase outside a case"],
  "packages/web/src/parts/set-up-steps.tsx": ["useSteps outside of the page that sets up"],
  // Fields by their tags.
  "packages/web/src/controls/next-field.ts": ["td, th", "tbody input:enabled, tbody select:enabled"],
  // Names under which something is kept.
  "packages/web/src/keys.ts": ["single keys"],
  "packages/web/src/query-keys.ts": ["quick roadmap"],
  // Kinds of core's.
  "packages/web/src/pages/interests-known.ts": ["no deal"],
  "packages/web/src/parts/bracket-dialog.tsx": ["left out"],
  // Written so into files and terminals in any language.
  "packages/web/src/parts/rank-list.tsx": ["swings: points"],
  "packages/web/src/parts/rounds-view.tsx": ["parley diff A B"],
};

/** Two words of two letters or more beside each other. */
const WORDS = /\p{L}{2,}[,;:.!?]? \p{L}{2,}/u;

/** Style sheets, markup, and types of content. */
const CODE = /\{[^}]*:[^}]*\}|^\s*<[!a-z]|^[a-z]+\/[a-z-]+; charset=|^width=device-width/;

/** Attributes that are no text for people. */
const SILENT = new Set(["className", "d", "viewBox", "style", "id", "transform", "points", "placement"]);

const filesOf = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((path) => /[.]tsx?$/.test(path) && !/[.]test[.]tsx?$/.test(path));

/** What a node says in letters, places for values as `…`; null where it is none that is read. */
function textOf(node: ts.Node): string | null {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) return node.text;
  if (ts.isJsxText(node)) return node.text.trim().replace(/\s+/g, " ");
  if (ts.isTemplateExpression(node))
    return node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("");
  return null;
}

function isSilent(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node) || ts.isLiteralTypeNode(node)) return true;
  return ts.isJsxAttribute(node) && SILENT.has(node.name.getText()) && parent !== undefined;
}

/** The literals of a source that hold two words or more. */
function literalsIn(path: string, source: string): string[] {
  const kind = path.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const found: string[] = [];
  const look = (node: ts.Node): void => {
    if (isSilent(node)) return;
    const text = textOf(node);
    if (text !== null && WORDS.test(text) && !CODE.test(text)) found.push(text);
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(path, source, ts.ScriptTarget.Latest, true, kind));
  return found;
}

describe("words that people read", () => {
  it("are found in strings, templates and pages, not in imports, types, classes or comments", () => {
    const source = `import { a } from "two words";
      type A = "two words"; // two words
      const one = "oneword", s = "two words", t = \`\${one} of them\`;
      const page = <p className="two words" title="a title here">Words on a page {one}</p>;`;
    expect(literalsIn("a.tsx", source)).toEqual(["two words", "… of them", "a title here", "Words on a page"]);
  });

  it("are none of style sheets, markup and types of content", () => {
    const source =
      "const a = `p { color: red; border: 1px solid }`, b = '<!DOCTYPE html>', c = 'text/html; charset=utf-8';";
    expect(literalsIn("a.ts", source)).toEqual([]);
    expect(literalsIn("a.ts", "const a = `It is so: two { words`;")).toHaveLength(1);
  });

  it.each(SURFACES.flatMap(filesOf).filter((path) => !DESCRIBED.test(path)))("%s says none of its own", (path) => {
    const allowed = EXCEPTIONS[path] ?? [];
    expect(literalsIn(path, readFileSync(path, "utf8")).filter((text) => !allowed.includes(text))).toEqual([]);
  });
});
