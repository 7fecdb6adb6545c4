// The files of a new negotiation: from nothing but names, or from one of the templates that come with the program.
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type CaseFile, type Change, kindOf, nameFor, parseCase, withChanges } from "@parley/core/internal";
import { stringify } from "yaml";
import { editorFiles, modeline } from "./scaffold.js";

/** What a new negotiation begins with. */
export interface NewCase {
  readonly name: string;
  /** One of the templates; null: nothing but the parties. */
  readonly template: string | null;
  /** Who negotiates, one's own side first; of a template, its parties in their order. */
  readonly parties: readonly string[];
  /** The day from which it is seen. */
  readonly day: string;
  /** The party of a template whose team works on it, by id; null: nobody's. */
  readonly team: string | null;
}

/** A template as a list of them shows it. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly about: string;
  /** Who negotiates. */
  readonly parties: readonly { readonly id: string; readonly name: string }[];
}

const TEMPLATES = join(import.meta.dirname, "../../templates");

/** The templates that come with the program, in the order of their titles. */
export async function templates(): Promise<Template[]> {
  const found = await Promise.all((await readdir(TEMPLATES)).map(async (id) => templateOf(id, await filesOf(id))));
  return found.flatMap((one) => one ?? []).sort((a, b) => a.title.localeCompare(b.title, "en"));
}

function templateOf(id: string, files: readonly CaseFile[]): Template | null {
  const parsed = parseCase(files);
  if (!parsed.ok) return null;
  const { title, about, parties } = parsed.value;
  const agreeing = parties.filter(({ role }) => role === "negotiating");
  return { id, title, about: about ?? "", parties: agreeing.map((party) => ({ id: party.id, name: party.name })) };
}

async function filesOf(id: string): Promise<CaseFile[]> {
  const names = await readdir(join(TEMPLATES, id), { recursive: true });
  const own = names.map((name) => name.replaceAll("\\", "/")).filter((path) => kindOf(path) !== null);
  return await Promise.all(
    own.map(async (path) => ({ path, text: await readFile(join(TEMPLATES, id, path), "utf8") })),
  );
}

/** The files of a new negotiation; null where there is no such template. */
export async function newCaseFiles(asked: NewCase): Promise<Record<string, string> | null> {
  const files = asked.template === null ? blank(asked) : await fromTemplate(asked, asked.template);
  return files && { ...files, ...editorFiles() };
}

function blank({ name, parties, day }: NewCase): Record<string, string> {
  const ids = new Set<string>();
  const listed = parties.map((party) => {
    const id = nameFor(party, ids, "party").replaceAll(".", "-");
    ids.add(id);
    return { id, name: party, role: "negotiating" };
  });
  const head = { parley: 1, title: name, asOf: day, team: listed[0]?.id };
  return {
    "case.yaml": `${modeline("case", "")}${stringify({ ...head, parties: listed, issues: [] })}`,
  };
}

async function fromTemplate(asked: NewCase, template: string): Promise<Record<string, string> | null> {
  if (!(await readdir(TEMPLATES)).includes(template)) return null;
  const files = await filesOf(template);
  return Object.fromEntries(
    files.map(({ path, text }) => {
      const made = withChanges(text, changesFor(path, text, asked));
      return [path, made.ok ? made.value : text];
    }),
  );
}

/** Every date of a template is the day on which a negotiation is made of it. */
function changesFor(path: string, text: string, { name, parties, day, team }: NewCase): Change[] {
  const kind = kindOf(path);
  if (kind === "interests" || kind === "verification") return [{ path: ["date"], value: day }];
  if (kind === "record")
    return [...text.matchAll(/^ {2}- /gm)].map((_, k) => ({ path: ["offers", k, "date"], value: day }));
  if (kind !== "case") return [];
  const named = parties.map((party, k): Change => ({ path: ["parties", k, "name"], value: party }));
  const ours: Change[] = team === null ? [] : [{ path: ["team"], value: team }];
  return [{ path: ["title"], value: name }, { path: ["asOf"], value: day }, ...ours, ...named];
}
