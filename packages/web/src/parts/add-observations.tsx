// New observations, one by a form or many by paste or file, with what they would change before they are kept.
import { useWords } from "@parley/charts";
import { givenFor, OBSERVATION_COLUMNS, OBSERVATIONS_FILE, QUALIFIERS, type WrittenRow } from "@parley/core";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { RowsPreview } from "../analyses.js";
import { baseOf, type CaseView, dayOf, save } from "../case-view.js";
import { useLatest, work } from "../work.js";
import { say } from "./toast.js";

interface AddProps {
  readonly view: CaseView;
  /** The file is too long for a page to write. */
  readonly large: boolean;
}

export function AddObservations({ view, large }: AddProps): ReactNode {
  const [text, setText] = useState("");
  const preview = useLatest(
    JSON.stringify([view.files.revision, view.options, text]),
    text.trim() === "" ? null : { text, files: [...view.files.files], options: view.options },
    ({ text: pasted, ...request }): Promise<RowsPreview | null> => work.rowsPreview(request, pasted),
  );
  if (large)
    return (
      <p className="note">
        observations.csv is longer than a page can write. Append rows with a program; parley monitor --with FILE shows
        what they would change.
      </p>
    );
  const add = async (row: WrittenRow) => setText(await work.rowAdded(text, row));
  const choose = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <section aria-labelledby="add-observations">
      <h2 id="add-observations">Add observations</h2>
      <RowForm view={view} onRow={(row) => void add(row)} />
      <p>
        <label>
          Or paste rows, from a spreadsheet too; or choose a file:{" "}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </label>
      </p>
      <textarea
        className="rows"
        aria-label={`Rows: ${OBSERVATION_COLUMNS.join(", ")}`}
        placeholder={OBSERVATION_COLUMNS.join(",")}
        rows={5}
        spellCheck={false}
        value={text}
        onChange={({ target }) => setText(target.value)}
      />
      {text.trim() !== "" && preview.value && (
        <Preview view={view} preview={preview.value} busy={preview.busy} onKept={() => setText("")} />
      )}
    </section>
  );
}

interface PreviewProps {
  readonly view: CaseView;
  readonly preview: RowsPreview;
  readonly busy: boolean;
  readonly onKept: () => void;
}

function Preview({
  view,
  preview: { rows, problems, changes, findings, text, asOf },
  busy,
  onKept,
}: PreviewProps): ReactNode {
  const wordOf = useWords().monitoring.standing;
  const client = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  const keep = async () => {
    const done = await save(client, view.files, {
      what: `${count} added to the observations`,
      files: [{ file: OBSERVATIONS_FILE, base: baseOf(view.files, OBSERVATIONS_FILE), text }],
    });
    if (done.kind === "saved") {
      onKept();
      say(`${count} added. Undo with u.`);
    } else
      setFailed(
        done.kind === "failed"
          ? done.reasons.join(" ")
          : "observations.csv was changed meanwhile. Look again, and press once more.",
      );
  };
  return (
    <div className="preview" aria-live="polite">
      {problems.length > 0 && (
        <div className="alert" role="alert">
          <p>
            {problems.length === 1 ? "One row" : `${problems.length} rows`} cannot be read, and stay
            {problems.length === 1 ? "s" : ""} here to be mended:
          </p>
          <ul>
            {problems.slice(0, 20).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {rows.length > 0 && (
        <>
          <p>
            <strong>
              As of {asOf}, {count} would change {changes.length === 0 ? "nothing" : "this"}:
            </strong>
          </p>
          <ul>
            {changes.map(({ id, text: name, before, after, why }) => (
              <li key={id}>
                {name}: {before === after ? wordOf(after) : `${wordOf(before)} → ${wordOf(after)}`}; {why}
              </li>
            ))}
            {findings.map((finding) => (
              <li key={finding} className="note">
                {finding}
              </li>
            ))}
          </ul>
          {asOf > dayOf(view) && (
            <p className="note">The case is seen from {dayOf(view)}: move “as of” on to see them on this page.</p>
          )}
          <button type="button" disabled={busy || problems.length > 0} onClick={() => void keep()}>
            Add {count}
          </button>{" "}
          {problems.length > 0 && (
            <button type="button" disabled={busy} onClick={() => void keep()}>
              Leave the others out, and add {count}
            </button>
          )}
        </>
      )}
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </div>
  );
}

const EMPTY: WrittenRow = { qualifier: "verified" };

function RowForm({ view, onRow }: { readonly view: CaseView; readonly onRow: (row: WrittenRow) => void }): ReactNode {
  const { metrics, obligations, powers, sources, parties } = view.negotiation;
  // Asked only where it makes a difference: something is owed by several, or forbidden to several.
  const shared = obligations.filter((one) => givenFor(one).byName || one.by.length > 1);
  const several = new Set(shared.flatMap(({ by }) => by)).size > 1;
  const [row, setRow] = useState<WrittenRow>(EMPTY);
  const change = (more: WrittenRow) => setRow((before) => ({ ...before, ...more }));
  const today = new Date().toISOString().slice(0, 10);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRow(Object.fromEntries(Object.entries(row).filter(([, cell]) => cell !== "")));
    setRow({ ...EMPTY, metric: row.metric ?? "", unit: row.unit ?? "" });
  };
  const future = (row.as_of ?? "") > today;
  return (
    <form className="row-form" onSubmit={submit} aria-label="One observation">
      <label>
        What
        <select
          aria-label="What was observed"
          value={row.metric ?? ""}
          required
          onChange={({ target }) =>
            change({ metric: target.value, unit: metrics.find(({ id }) => id === target.value)?.unit ?? "" })
          }
        >
          <option value="">choose …</option>
          {metrics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {[...obligations, ...powers].map(({ id, text }) => (
            <option key={`event ${id}`} value={id}>
              {text} (something happened)
            </option>
          ))}
        </select>
      </label>
      <label>
        as of
        <input
          aria-label="Observed as of"
          value={row.as_of ?? ""}
          required
          pattern="\d{4}(-\d{2}){0,2}"
          placeholder="2019-02-24"
          size={11}
          onChange={({ target }) => change({ as_of: target.value })}
        />
      </label>
      <label>
        reported
        <input
          aria-label="Reported on"
          value={row.reported_at ?? ""}
          pattern="\d{4}(-\d{2}){0,2}"
          placeholder="if another day"
          size={11}
          onChange={({ target }) => change({ reported_at: target.value })}
        />
      </label>
      <label>
        value
        <input
          aria-label="Value"
          value={row.value ?? ""}
          size={9}
          placeholder="130.9"
          onChange={({ target }) => change({ value: target.value })}
        />
      </label>
      <label>
        unit
        <input
          aria-label="Unit"
          value={row.unit ?? ""}
          size={8}
          onChange={({ target }) => change({ unit: target.value })}
        />
      </label>
      <label>
        which is
        <select
          aria-label="Which is"
          value={row.qualifier ?? ""}
          onChange={({ target }) => change({ qualifier: target.value })}
        >
          {QUALIFIERS.map((one) => (
            <option key={one} value={one}>
              {one}
            </option>
          ))}
        </select>
      </label>
      <label>
        source
        <input
          aria-label="Source of it"
          list="sources-on-record"
          value={row.source ?? ""}
          size={14}
          onChange={({ target }) => change({ source: target.value })}
        />
        <datalist id="sources-on-record">
          {sources.map(({ id, title }) => (
            <option key={id} value={id}>
              {title}
            </option>
          ))}
        </datalist>
      </label>
      {several && (
        <label>
          by
          <select aria-label="Who did it" value={row.by ?? ""} onChange={({ target }) => change({ by: target.value })}>
            <option value="">not known</option>
            {parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="wide">
        note
        <input
          aria-label="Note on it"
          value={row.note ?? ""}
          size={30}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
      <button type="submit">Put it below</button>
      {future && <p className="note">This day is still to come.</p>}
    </form>
  );
}
