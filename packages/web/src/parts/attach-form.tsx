// One statement, settled by a person: who speaks for whom, about what, and how it goes on record.
import { RichText, useWords } from "@parley/charts";
import type { Case } from "@parley/core";
import { type FormEvent, type KeyboardEvent, type ReactNode, useState } from "react";
import type { Attachment } from "../attached.js";

interface AttachFormProps {
  readonly negotiation: Case;
  readonly start: Attachment;
  /** The words that suggested the issue. */
  readonly because: readonly string[];
  /** What the statement hangs on, in its words; null for nothing. */
  readonly condition: string | null;
  readonly onDone: (attachment: Attachment) => Promise<void>;
  readonly onCancel: () => void;
}

/** What a statement needs, in the order in which it is asked for. */
const ASKED = ["issue", "about", "option", "speaker", "date"] as const;

export function AttachForm({ negotiation, start, because, condition, onDone, onCancel }: AttachFormProps): ReactNode {
  const { atHead, editing, statements } = useWords();
  const words = statements.attach;
  const [own, setOwn] = useState(start);
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<Attachment>) => setOwn((before) => ({ ...before, ...more }));
  const issue = negotiation.issues.find(({ id }) => id === own.issue);
  const done = async (event: FormEvent) => {
    event.preventDefault();
    if (busy) return;
    setBusy(true);
    await onDone(own);
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  // The form was just opened by the person: what is missing is asked for, and where nothing is, Enter is enough.
  const missing = ASKED.find((name) => start[name] === "");
  const asked = (name: keyof Attachment | undefined) => ({ autoFocus: name === missing });
  const field = (
    name: keyof Attachment,
    label: string,
    more: { readonly required?: boolean; readonly size?: number } = {},
  ) => (
    <label>
      {label}{" "}
      <input
        value={own[name]}
        maxLength={300}
        {...more}
        {...asked(name)}
        onChange={(e) => change({ [name]: e.target.value })}
      />
    </label>
  );
  const party = (name: "party" | "about", label: string) => (
    <label>
      {label}{" "}
      <select value={own[name]} {...asked(name)} onChange={(e) => change({ [name]: e.target.value })}>
        <option value="">{words.nobody}</option>
        {negotiation.parties.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </label>
  );
  return (
    <form className="attach" onSubmit={done} onKeyDown={keys} aria-label={words.label}>
      <p className="row">
        {party("party", words.speaksFor)}
        {party("about", words.about)}
      </p>
      <p className="row">
        <label>
          {words.issue}{" "}
          <select value={own.issue} {...asked("issue")} onChange={(e) => change({ issue: e.target.value, option: "" })}>
            <option value="">{words.noIssue}</option>
            {negotiation.issues.map(({ id, name }) => (
              <option key={id} value={id}>
                {atHead(name)}
              </option>
            ))}
          </select>
        </label>
        {issue && (
          <>
            <select
              aria-label={words.stand}
              value={own.stand}
              onChange={(e) => change({ stand: e.target.value === "against" ? "against" : "for" })}
            >
              <option value="for">{words.standsFor}</option>
              <option value="against">{words.standsAgainst}</option>
            </select>
            <select
              aria-label={own.stand === "for" ? words.standsFor : words.standsAgainst}
              value={own.option}
              required={condition === null}
              {...asked("option")}
              onChange={(e) => change({ option: e.target.value })}
            >
              <option value="" />
              {issue.options.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </>
        )}
        {because.length > 0 && own.issue === start.issue && own.issue !== "" && (
          <span className="note">{words.suggestedBy(because)}</span>
        )}
      </p>
      {condition && <p className="note">{words.hangsOn(condition)}</p>}
      <p className="row">
        {field("speaker", words.speaker, { required: true })}
        {field("role", words.office)}
        <label>
          {words.saidOn}{" "}
          <input
            value={own.date}
            required
            {...asked("date")}
            size={11}
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
            title={editing.dayForm}
            onChange={(e) => change({ date: e.target.value })}
          />
        </label>
      </p>
      <label className="wide">
        {words.inOurWords}
        <textarea rows={2} required value={own.says} onChange={(e) => change({ says: e.target.value })} />
      </label>
      {own.issue !== "" && own.about === "" && (
        <p className="note" role="status">
          {words.whose}
        </p>
      )}
      <p className="row">
        <button type="submit" {...asked(undefined)} disabled={busy || (own.issue !== "" && own.about === "")}>
          {editing.putOnRecord}
        </button>
        <button type="button" className="quiet" onClick={onCancel}>
          <RichText of={words.notNow} />
        </button>
      </p>
    </form>
  );
}
