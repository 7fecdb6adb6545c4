// A case as the pages see it: its files, what they say, from which day and for whom it is seen, and how it is changed.
import {
  type AnalysisOptions,
  type AssessOptions,
  addressedTo,
  type Case,
  type Names,
  namesIn,
  type Problem,
  readWrittenDay,
} from "@parley/core/internal";
import { type QueryClient, useQuery } from "@tanstack/react-query";
import type { CaseFiles, EditRequest, JobRequest } from "parley/contract";
import { createContext, useContext, useMemo, useRef } from "react";
import { type Address, useAddress } from "./address.js";
import { viewsFrom } from "./addresses.js";
import { ApiFailure, api } from "./api.js";
import { queryKeys } from "./query-keys.js";
import { type Saved, saved } from "./saving.js";
import { spoken } from "./spoken.js";
import { work } from "./work.js";

export interface CaseView {
  readonly id: string;
  readonly files: CaseFiles;
  /** As the reader is told of it: one's own side is spoken to. */
  readonly negotiation: Case;
  /** As it stands in the files, for those who change it. */
  readonly written: Case;
  readonly problems: readonly Problem[];
  readonly names: Names;
  readonly address: Address;
  readonly reader: string | null;
  /** Whether it is the last state that could be used, because the files as they stand now cannot be. */
  readonly stale: boolean;
  /** What every analysis of this view takes. */
  readonly options: AnalysisOptions & Pick<AssessOptions, "within">;
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
  /** Whether `view` is the last state that could be used, because the files as they stand now cannot be. */
  readonly stale: boolean;
}

export function useOpening(id: string): Opening {
  const address = useAddress(id);
  const reader = address.get("reader");
  const written = address.get("as-of");
  const day = written === null ? null : readWrittenDay(written);
  // What is no day of the calendar cannot be used; the page says so.
  const asOf = day?.kind === "day" && day.date.length === 10 ? day.date : null;
  const views = viewsFrom(address.get("view"));
  const files = useQuery({ queryKey: queryKeys.case(id, reader), queryFn: () => api.read(id, reader) });
  const opened = useQuery({
    queryKey: queryKeys.opened(files.data?.revision),
    queryFn: () => work.open([...(files.data?.files ?? [])]),
    enabled: files.data !== undefined,
    // While a changed case is read the one before stays on the page.
    placeholderData: (before) => before,
  });
  const read = opened.data?.negotiation ?? null;
  // The same as long as the case is: what is drawn from it need not be drawn again when the address changes.
  const told = useMemo(() => {
    if (!read) return null;
    const negotiation = addressedTo(read, reader, spoken.you);
    return { negotiation, names: namesIn(negotiation) };
  }, [read, reader]);
  const failure = files.error instanceof ApiFailure ? files.error : null;
  const good = useRef<CaseView | null>(null);
  if (!files.data || !opened.data)
    return { view: null, files: files.data ?? null, problems: null, failure, stale: false };
  const problems = [...files.data.problems, ...opened.data.problems];
  const { negotiation } = opened.data;
  if (!negotiation || !told || files.data.problems.length > 0) {
    const last =
      good.current?.id === id && good.current.reader === reader ? { ...good.current, address, stale: true } : null;
    return { view: last, files: files.data, problems, failure, stale: last !== null };
  }
  good.current = {
    id,
    files: files.data,
    negotiation: told.negotiation,
    written: negotiation,
    problems,
    names: told.names,
    address,
    reader,
    stale: false,
    options: {
      sharedWith: reader,
      ...(asOf !== null && { asOf }),
      ...(views && { views }),
      ...(address.get("advice") === "any" && { within: "any" as const }),
    },
  };
  return { failure, files: files.data, problems, view: good.current, stale: false };
}

/** What a job is to be told of this view. */
export function asked({ reader, options: { asOf, views, within } }: CaseView): Pick<JobRequest, "reader" | "options"> {
  return {
    ...(reader !== null && { reader }),
    options: { ...(asOf && { asOf }), ...(views && { views: { ...views } }), ...(within && { within }) },
  };
}

/** The day from which the case is seen. */
export const dayOf = ({ negotiation, options }: CaseView): string => options.asOf ?? negotiation.asOf ?? "";

/** The party that a view is for; null: the public. */
export const readerNamed = ({ names, reader }: CaseView): string | null =>
  reader === null || reader === "public" ? null : names.party(reader);

/** Writes an edit, and has what is shown asked anew. */
export function save(client: QueryClient, files: CaseFiles, edit: EditRequest): Promise<Saved> {
  const { id } = files;
  return saved(
    {
      edit: (one) => api.edit(id, one),
      untouched: (before, now, changes) => work.untouched(before, now, changes),
      changed: async () => {
        await client.invalidateQueries({ queryKey: queryKeys.case(id) });
        void client.invalidateQueries({ queryKey: queryKeys.history(id) });
      },
      fresh: () => client.fetchQuery({ queryKey: queryKeys.case(id, null), queryFn: () => api.read(id, null) }),
    },
    files,
    edit,
  );
}
