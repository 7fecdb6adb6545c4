// New observations, one by a form or many by paste or file, with what they would change before they are kept.
import { useWords } from "@parley/charts";
import { OBSERVATION_COLUMNS, OBSERVATIONS_FILE, QUALIFIERS, type WrittenRow } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import type { RowsPreview } from "../analyses.js";
import { type CaseView, dayOf, save } from "../case-view.js";
import { say } from "../controls/toast.js";
import { baseOf } from "../saving.js";
import { useLatest, work } from "../work.js";
import { asksWho, EMPTY_ROW, nextRow, observed, typedRow } from "./row-form-fields.js";

interface AddProps {
  readonly view: CaseView;
  /** The file is too long for a page to write. */
  readonly large: boolean;
}

export function AddObservations({ view, large }: AddProps): ReactNode {
  const words = useWords().observations;
  const [text, setText] = useState("");
  const preview = useLatest(
    JSON.stringify([view.files.revision, view.options, text]),
    text.trim() === "" ? null : { text, files: [...view.files.files], options: view.options },
    ({ text: pasted, ...request }): Promise<RowsPreview | null> => work.rowsPreview(request, pasted),
  );
  if (large) return <p className="note">{words.tooLong}</p>;
  const add = async (row: WrittenRow) => setText(await work.rowAdded(text, row));
  const choose = async (file: File | undefined) => {
    if (file) setText(await file.text());
  };
  return (
    <section aria-labelledby="add-observations">
      <h2 id="add-observations">{words.heading}</h2>
      <RowForm view={view} onRow={(row) => void add(row)} />
      <p>
        <label>
          {words.paste}{" "}
          <input
            type="file"
            accept=".csv,.tsv,.txt,text/csv"
            onChange={({ target }) => void choose(target.files?.[0])}
          />
        </label>
      </p>
      <textarea
        className="rows"
        aria-label={words.rows(OBSERVATION_COLUMNS)}
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
  const { editing, observations, monitoring } = useWords();
  const words = observations.preview;
  const wordOf = monitoring.standing;
  const client = useQueryClient();
  const [failed, setFailed] = useState<string | null>(null);
  const keep = async () => {
    const done = await save(client, view.files, {
      what: words.addedWhat(rows.length),
      files: [{ file: OBSERVATIONS_FILE, base: baseOf(view.files, OBSERVATIONS_FILE), text }],
    });
    if (done.kind === "saved") {
      onKept();
      say(editing.done(words.added(rows.length)));
    } else setFailed(done.kind === "failed" ? done.reasons.join(" ") : editing.changedMeanwhile(OBSERVATIONS_FILE));
  };
  return (
    <div className="preview" aria-live="polite">
      {problems.length > 0 && (
        <div className="alert" role="alert">
          <p>{words.unread(problems.length)}</p>
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
            <strong>{words.would(asOf, rows.length, changes.length)}</strong>
          </p>
          <ul>
            {changes.map(({ id, text: name, before, after, why }) => (
              <li key={id}>{words.change(name, wordOf(before), wordOf(after), why)}</li>
            ))}
            {findings.map((finding) => (
              <li key={finding} className="note">
                {finding}
              </li>
            ))}
          </ul>
          {asOf > dayOf(view) && <p className="note">{words.seenEarlier(dayOf(view))}</p>}
          <button type="button" disabled={busy || problems.length > 0} onClick={() => void keep()}>
            {words.add(rows.length)}
          </button>{" "}
          {problems.length > 0 && (
            <button type="button" disabled={busy} onClick={() => void keep()}>
              {words.addRest(rows.length)}
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

function RowForm({ view, onRow }: { readonly view: CaseView; readonly onRow: (row: WrittenRow) => void }): ReactNode {
  const { editing, observations } = useWords();
  const words = observations.form;
  const { metrics, obligations, powers, sources, parties } = view.negotiation;
  const [row, setRow] = useState<WrittenRow>(EMPTY_ROW);
  const change = (more: WrittenRow) => setRow((before) => ({ ...before, ...more }));
  const today = new Date().toISOString().slice(0, 10);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onRow(typedRow(row));
    setRow(nextRow(row));
  };
  const future = (row.as_of ?? "") > today;
  return (
    <form className="row-form" onSubmit={submit} aria-label={words.label}>
      <label>
        {words.what}
        <select
          aria-label={words.whatLabel}
          value={row.metric ?? ""}
          required
          onChange={({ target }) => change(observed(view.negotiation, target.value))}
        >
          <option value="">{editing.choose}</option>
          {metrics.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
          {[...obligations, ...powers].map(({ id, text }) => (
            <option key={`event ${id}`} value={id}>
              {words.happened(text)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.asOf}
        <input
          aria-label={words.asOfLabel}
          value={row.as_of ?? ""}
          required
          pattern="\d{4}(-\d{2}){0,2}"
          placeholder="2019-02-24"
          size={11}
          onChange={({ target }) => change({ as_of: target.value })}
        />
      </label>
      <label>
        {words.reported}
        <input
          aria-label={words.reportedLabel}
          value={row.reported_at ?? ""}
          pattern="\d{4}(-\d{2}){0,2}"
          placeholder={words.ifAnother}
          size={11}
          onChange={({ target }) => change({ reported_at: target.value })}
        />
      </label>
      <label>
        {words.value}
        <input
          aria-label={words.valueLabel}
          value={row.value ?? ""}
          size={9}
          placeholder="130.9"
          onChange={({ target }) => change({ value: target.value })}
        />
      </label>
      <label>
        {words.unit}
        <input
          aria-label={words.unitLabel}
          value={row.unit ?? ""}
          size={8}
          onChange={({ target }) => change({ unit: target.value })}
        />
      </label>
      <label>
        {words.which}
        <select
          aria-label={words.whichLabel}
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
        {words.source}
        <input
          aria-label={words.sourceLabel}
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
      {asksWho(view.negotiation) && (
        <label>
          {words.by}
          <select
            aria-label={words.byLabel}
            value={row.by ?? ""}
            onChange={({ target }) => change({ by: target.value })}
          >
            <option value="">{words.notKnown}</option>
            {parties.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </select>
        </label>
      )}
      <label className="wide">
        {words.note}
        <input
          aria-label={words.noteLabel}
          value={row.note ?? ""}
          size={30}
          onChange={({ target }) => change({ note: target.value })}
        />
      </label>
      <button type="submit">{words.put}</button>
      {future && <p className="note">{words.future}</p>}
    </form>
  );
}
