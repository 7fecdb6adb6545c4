// One statement, settled by a person: which words, who speaks for whom, about what, and how it goes on record.
import { RichText, useWords } from "@parley/charts";
import { type Case, chosenStatement, matched, placesOf, type ReadStatement } from "@parley/core/internal";
import { type FormEvent, type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import { type Attachment, furtherStandings, proposed, type Standing, spansOf } from "../attached.js";
import { DayField } from "../controls/day-field.js";
import { conditionOf } from "./found-marks.js";
import { ConditionRow, StanceRow } from "./stance-row.js";

interface AttachFormProps {
  readonly negotiation: Case;
  readonly text: string;
  /** Day of the document; empty where it is not known. */
  readonly day: string;
  readonly statement: ReadStatement;
  /** @param statement of the words that are meant @param rest whether those that are left wait on */
  readonly onDone: (attachment: Attachment, statement: ReadStatement, rest: boolean) => Promise<void>;
  readonly onCancel: () => void;
  /** Whether what is left of the words can wait on. */
  readonly splits?: boolean;
}

const NO_STANCE: Standing = { issue: "", option: "", stand: "for", to: "" };

/** What a statement needs, in the order in which it is asked for. */
const missingIn = ({ stances, about, speaker, date }: Attachment) => {
  const [first = NO_STANCE] = stances;
  if (first.issue === "") return "issue";
  if (about === "") return "about";
  if (first.option === "") return "option";
  if (speaker === "") return "speaker";
  return date === "" ? "date" : null;
};

export function AttachForm(props: AttachFormProps): ReactNode {
  const { negotiation, text, day, statement, onDone, onCancel, splits = false } = props;
  const { atHead, editing, statements } = useWords();
  const words = statements.attach;
  const start = useMemo(() => proposed(statement, { date: day }), [statement, day]);
  const [own, setOwn] = useState(start);
  const [quote, setQuote] = useState(statement.quote);
  const [busy, setBusy] = useState(false);
  const change = (more: Partial<Attachment>) => setOwn((before) => ({ ...before, ...more }));
  const chosen = useMemo(() => chosenIn(text, quote, statement, negotiation), [text, quote, statement, negotiation]);
  const condition = chosen && conditionOf(chosen, text);
  const stances = own.stances.length > 0 ? own.stances : [NO_STANCE];
  const takesStance = stances.some(({ issue }) => issue !== "");
  const further = chosen ? furtherStandings(chosen, stances) : [];
  const done = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || !chosen || own.date === "") return;
    const submitter = (event.nativeEvent as SubmitEvent).submitter;
    setBusy(true);
    await onDone(own, chosen, submitter instanceof HTMLButtonElement && submitter.value === "rest");
    setBusy(false);
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    event.stopPropagation();
    onCancel();
  };
  const changeQuote = (value: string) => {
    const before = chosen ?? statement;
    setQuote(value);
    const after = chosenIn(text, value, statement, negotiation);
    // What was not written by hand follows the words.
    if (after && own.says === proposed(before, { date: day }).says)
      change({ says: proposed(after, { date: day }).says });
  };
  // The form was just opened by the person: what is missing is asked for, and where nothing is, Enter is enough.
  const missing = missingIn(start);
  const asked = (name: string | null) => ({ autoFocus: name === missing });
  const field = (name: "speaker" | "role", label: string, required: boolean) => (
    <label>
      {label}{" "}
      <input
        value={own[name]}
        maxLength={300}
        required={required}
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
  const cannot = busy || chosen === null || (takesStance && own.about === "");
  const changeStance = (at: number, stance: Standing | null) =>
    change({ stances: stances.flatMap((one, place) => (place !== at ? [one] : stance ? [stance] : [])) });
  const because = statement.suggestions[0]?.words ?? [];
  return (
    <form className="attach" onSubmit={done} onKeyDown={keys} aria-label={words.label}>
      <label className="wide">
        {words.theirWords}
        <textarea rows={2} required value={quote} onChange={(e) => changeQuote(e.target.value)} />
      </label>
      {chosen === null && (
        <p className="alert" role="alert">
          {words.notThere}
        </p>
      )}
      <p className="row">
        {party("party", words.speaksFor)}
        {party("about", words.about)}
      </p>
      {stances.map((one, at) => (
        <StanceRow
          // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and an issue may be chosen anew
          key={at}
          negotiation={negotiation}
          own={one}
          required={one.issue !== "" && (condition === null || own.offeredIf !== null)}
          asked={at === 0 && (missing === "issue" || missing === "option") ? missing : null}
          onChange={(stance) => changeStance(at, stance)}
          onRemove={stances.length > 1 ? () => changeStance(at, null) : null}
        >
          {at === 0 && because.length > 0 && one.issue !== "" && one.issue === start.stances[0]?.issue && (
            <span className="note">{words.suggestedBy(because)}</span>
          )}
        </StanceRow>
      ))}
      {takesStance && (
        <p className="row">
          {further.slice(0, 3).map((one) => (
            <button
              key={one.issue}
              type="button"
              className="quiet"
              onClick={() => change({ stances: [...stances, one] })}
            >
              {words.alsoOn(atHead(negotiation.issues.find(({ id }) => id === one.issue)?.name ?? one.issue))}
            </button>
          ))}
          <button type="button" className="quiet" onClick={() => change({ stances: [...stances, NO_STANCE] })}>
            {words.alsoOnAnother}
          </button>
        </p>
      )}
      {condition && (
        <ConditionRow
          negotiation={negotiation}
          words={condition}
          taken={stances.map(({ issue }) => issue)}
          own={own.offeredIf}
          start={conditionStart(text, statement, negotiation)}
          onChange={(offeredIf) => change({ offeredIf })}
        />
      )}
      <p className="row">
        {field("speaker", words.speaker, true)}
        {field("role", words.office, false)}
        <span>
          <span aria-hidden="true">{words.saidOn} </span>
          <DayField
            label={words.saidOn}
            value={own.date}
            whole={false}
            required
            {...asked("date")}
            onDay={(date) => change({ date })}
          />
        </span>
      </p>
      <label className="wide">
        {words.inOurWords}
        <textarea rows={2} required value={own.says} onChange={(e) => change({ says: e.target.value })} />
      </label>
      {takesStance && own.about === "" && (
        <p className="note" role="status">
          {words.whose}
        </p>
      )}
      <p className="row">
        <button type="submit" className="primary" {...asked(null)} disabled={cannot}>
          {editing.putOnRecord}
        </button>
        {splits && chosen !== statement && (
          <button type="submit" name="then" value="rest" disabled={cannot}>
            {words.keepRest}
          </button>
        )}
        <button type="button" className="quiet" onClick={onCancel}>
          <RichText of={words.notNow} />
        </button>
      </p>
    </form>
  );
}

/** The statement of the words that the field has; null where they do not stand in the document. */
function chosenIn(text: string, quote: string, from: ReadStatement, negotiation: Case): ReadStatement | null {
  if (quote === from.quote) return from;
  const spans = placesOf(text, quote, spansOf(from)[0]?.start ?? 0);
  return spans && (matched(text, [chosenStatement(text, spans, from)], negotiation)[0] ?? null);
}

/** What the words of its condition speak to. */
function conditionStart(text: string, statement: ReadStatement, negotiation: Case) {
  const { condition } = statement.stance;
  const own = condition && matched(text, [chosenStatement(text, [condition], statement)], negotiation)[0];
  const first = own ? own.suggestions[0] : undefined;
  return { issue: first?.issue ?? "", option: first?.option ?? "" };
}
