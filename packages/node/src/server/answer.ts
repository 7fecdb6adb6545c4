// What an address answers with: a task on a case as its reader may see it, or why not.
import { type Case, describeProblem, type Outcome } from "@parley/core/internal";
import type { Tasks } from "../jobs/index.js";
import { type CaseStore, parseFiles } from "../store/index.js";
import type { Failure, JobResults, JobTask } from "./contract.js";
import type { Jobs } from "./jobs.js";
import { words } from "./server-words.js";

export const BUSY: Failure = { reasons: [words.busy] };

export const unknownCase = (id: string): Failure => ({
  reasons: [words.unknownCase(id)],
});

/** Why there is no answer, with the status that says so. */
export interface RefusedAnswer {
  readonly ok: false;
  readonly status: 404 | 422 | 503;
  readonly failure: Failure;
}

const refusal = (status: RefusedAnswer["status"], ...reasons: readonly string[]): RefusedAnswer => ({
  ok: false,
  status,
  failure: { reasons: [...reasons] },
});

interface Asked<N extends JobTask> {
  readonly case: string;
  readonly reader: string | null;
  readonly task: N;
  readonly options: Tasks[N]["options"];
  /** Who aborts it waits no more. */
  readonly signal: AbortSignal;
}

/** The result of a task on a case, once there is one. */
export async function answerWith<N extends JobTask>(
  { store, jobs }: { readonly store: CaseStore; readonly jobs: Jobs },
  { case: id, reader, task, options, signal }: Asked<N>,
): Promise<{ readonly ok: true; readonly negotiation: Case; readonly result: JobResults[N] } | RefusedAnswer> {
  const read = await readCase(store, id, reader);
  if (read === null) return { ok: false, status: 404, failure: unknownCase(id) };
  if (!read.ok) return refusal(422, ...read.reasons);
  const answer = await jobs.answer(task, read.value, options, signal);
  if (answer.kind === "busy") return { ok: false, status: 503, failure: BUSY };
  if (answer.kind === "failed") return refusal(422, ...answer.reasons);
  return { ok: true, negotiation: read.value, result: answer.result };
}

/** The same, of a task that may itself refuse. */
export function settledAnswer<T>(
  answer: { readonly ok: true; readonly result: Outcome<T> } | RefusedAnswer,
): { readonly ok: true; readonly value: T } | RefusedAnswer {
  if (!answer.ok) return answer;
  return answer.result.ok ? answer.result : refusal(422, ...answer.result.reasons);
}

/** The case as its reader may see it; null where there is none. */
export async function readCase(store: CaseStore, id: string, reader: string | null): Promise<Outcome<Case> | null> {
  const found = await store.read(id, reader);
  if (!found) return null;
  const parsed = await parseFiles(found.files);
  const problems = [...found.problems, ...parsed.problems].filter(({ severity }) => severity === "error");
  if (parsed.ok && problems.length === 0) return { ok: true, value: parsed.value };
  return { ok: false, reasons: problems.map(describeProblem), misuse: false };
}
