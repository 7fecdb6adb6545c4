// A case as the pages see it: its files, what they say, from which day and for whom it is seen, and how it is changed.
import { type AnalysisOptions, type Case, type Change, type Names, namesIn, type Problem } from "@parley/core";
import type { CaseFiles, EditRequest, JobRequest } from "@parley/node/contract";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import { createContext, useContext } from "react";
import { type Address, useAddress } from "./address.js";
import { ApiFailure, api } from "./api.js";
import { queryKeys } from "./query-keys.js";
import { work } from "./work.js";

export interface CaseView {
  readonly id: string;
  readonly files: CaseFiles;
  readonly negotiation: Case;
  readonly problems: readonly Problem[];
  readonly names: Names;
  readonly address: Address;
  readonly reader: string | null;
  /** What every analysis of this view takes. */
  readonly options: AnalysisOptions;
}

/** The case around a page; null where it cannot be used. */
export const MaybeCase = createContext<CaseView | null>(null);
export const CaseProvider = MaybeCase.Provider;

export function useCase(): CaseView {
  const view = useContext(MaybeCase);
  if (!view) throw new Error("useCase outside a case");
  return view;
}

/** Null while it is read; the problems where it has some that keep it from being used. */
export interface Opening {
  readonly view: CaseView | null;
  readonly files: CaseFiles | null;
  readonly problems: readonly Problem[] | null;
  readonly failure: ApiFailure | null;
}

export function useOpening(id: string): Opening {
  const address = useAddress(id);
  const reader = address.get("reader");
  const asOf = address.get("as-of");
  const views = viewsFrom(address.get("view"));
  const files = useQuery({ queryKey: queryKeys.case(id, reader), queryFn: () => api.read(id, reader) });
  const opened = useQuery({
    queryKey: queryKeys.opened(files.data?.revision),
    queryFn: () => work.open([...(files.data?.files ?? [])]),
    enabled: files.data !== undefined,
    // While a changed case is read the one before stays on the page.
    placeholderData: (before) => before,
  });
  const failure = files.error instanceof ApiFailure ? files.error : null;
  if (!files.data || !opened.data) return { view: null, files: files.data ?? null, problems: null, failure };
  const problems = [...files.data.problems, ...opened.data.problems];
  const { negotiation } = opened.data;
  if (!negotiation || files.data.problems.length > 0) return { view: null, files: files.data, problems, failure };
  return {
    failure,
    files: files.data,
    problems,
    view: {
      id,
      files: files.data,
      negotiation,
      problems,
      names: namesIn(negotiation),
      address,
      reader,
      options: { sharedWith: reader, ...(asOf !== null && { asOf }), ...(views && { views }) },
    },
  };
}

/** `party:holder`, joined by commas; null where none is chosen. */
function viewsFrom(text: string | null): Readonly<Record<string, string>> | null {
  if (!text) return null;
  return Object.fromEntries(text.split(",").map((part) => part.split(":").slice(0, 2) as [string, string]));
}

/** What the address says of the views that are chosen. */
export const viewsText = (views: Readonly<Record<string, string>>): string | null =>
  Object.entries(views)
    .map((pair) => pair.join(":"))
    .join(",") || null;

/** What a job is to be told of this view. */
export function asked({ reader, options: { asOf, views } }: CaseView): Pick<JobRequest, "reader" | "options"> {
  return {
    ...(reader !== null && { reader }),
    options: { ...(asOf && { asOf }), ...(views && { views: { ...views } }) },
  };
}

/** The day from which the case is seen. */
export const dayOf = ({ negotiation, options }: CaseView): string => options.asOf ?? negotiation.asOf ?? "";

/** What became of an edit. */
export type Saved =
  | { readonly kind: "saved" }
  | { readonly kind: "failed"; readonly reasons: readonly string[] }
  /** Somebody else changed the same: `now` is what they wrote. */
  | { readonly kind: "conflict"; readonly file: string; readonly now: string | null };

/**
 * Writes an edit. Where the file was changed meanwhile, and not in the fields that this edit changes, it is made in what
 * stands there now; else nothing is written.
 */
export async function save(client: QueryClient, files: CaseFiles, edit: EditRequest, tries = 3): Promise<Saved> {
  try {
    await api.edit(files.id, edit);
    await client.invalidateQueries({ queryKey: queryKeys.case(files.id) });
    void client.invalidateQueries({ queryKey: queryKeys.history(files.id) });
    return { kind: "saved" };
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error;
    const { conflict } = error;
    if (!conflict) return { kind: "failed", reasons: error.reasons };
    const [only, ...more] = edit.files;
    const before = files.files.find(({ path }) => path === conflict.file)?.text;
    const mayFollow =
      only?.changes && more.length === 0 && before !== undefined && conflict.now !== null
        ? await work.untouched(before, conflict.now, only.changes as readonly Change[])
        : false;
    await client.invalidateQueries({ queryKey: queryKeys.case(files.id) });
    if (!mayFollow || !only || tries === 0) return { kind: "conflict", file: conflict.file, now: conflict.now };
    const fresh = await client.fetchQuery({
      queryKey: queryKeys.case(files.id, null),
      queryFn: () => api.read(files.id, null),
    });
    const base = fresh.files.find(({ path }) => path === only.file)?.digest ?? null;
    return await save(client, fresh, { ...edit, files: [{ ...only, base }] }, tries - 1);
  }
}

/** The digest that an edit of a file is based on. */
export const baseOf = ({ files }: CaseFiles, file: string): string | null =>
  files.find(({ path }) => path === file)?.digest ?? null;
