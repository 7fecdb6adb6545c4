// What was answered to an offer, written down where the offer is looked at.
import { useWords } from "@parley/charts";
import type { ResponseAnswer } from "@parley/core/internal";
import { type FormEvent, type ReactNode, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { DayField } from "../controls/day-field.js";
import { responseEdit } from "./response-edit.js";
import { useWrite } from "./unsaved.js";

interface AnswersProps {
  readonly view: CaseView;
  /** An offer on record, by id. */
  readonly offer: string;
}

export function AnswersToOffer({ view, offer: id }: AnswersProps): ReactNode {
  const { answers: words } = useWords().packages;
  const write = useWrite();
  const { written, negotiation, names } = view;
  const offer = written.offers.find((one) => one.id === id);
  const others = negotiation.parties.filter(
    ({ id: party, role }) => role === "negotiating" && !offer?.by.includes(party),
  );
  const [by, setBy] = useState(others[0]?.id ?? "");
  const [answer, setAnswer] = useState<keyof typeof words.kinds>("");
  const [instead, setInstead] = useState<keyof typeof words.instances>("");
  const [counter, setCounter] = useState("");
  const [source, setSource] = useState("");
  const [meant, setMeant] = useState<keyof typeof words.meanings>("sure");
  const [date, setDate] = useState(dayOf(view));
  if (!offer || others.length === 0 || view.reader !== null) return null;
  // Its own offers, made after this one and by the day of the answer.
  const counters = written.offers.filter((one) => one.by.includes(by) && one.date >= offer.date && one.date <= date);
  const sources = written.sources.map(({ id: one, title }) => ({ id: one, name: title }));
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (answer === "") return;
    const response = { by, answer: answer satisfies ResponseAnswer, date, instead, counter, source, meant };
    const edit = responseEdit(written, id, response, words.done(names.party(by), offer.name));
    if (edit) await write(edit);
  };
  return (
    <details className="answers">
      <summary>{words.write}</summary>
      <form className="row" onSubmit={(event) => void keep(event)}>
        <label>
          {words.who}{" "}
          <select
            value={by}
            onChange={({ target: { value } }) => {
              setBy(value);
              setCounter("");
            }}
          >
            {others.map(({ id: party }) => (
              <option key={party} value={party}>
                {names.party(party)}
              </option>
            ))}
          </select>
        </label>
        <Choice label={words.answer} of={words.kinds} value={answer} onChoice={setAnswer} />
        {(answer === "refused" || answer === "countered") && (
          <Choice label={words.instead} of={words.instances} value={instead} onChoice={setInstead} />
        )}
        {answer === "countered" && (
          <Named label={words.counter} of={counters} value={counter} onChoice={setCounter} none={words.notNamed} />
        )}
        {answer !== "" && (
          <>
            <Choice label={words.meant} of={words.meanings} value={meant} onChoice={setMeant} />
            <Named label={words.source} of={sources} value={source} onChoice={setSource} none={words.notNamed} />
          </>
        )}
        <span className="labelled">
          {words.day} <DayField label={words.day} value={date} onDay={(day) => setDate(day || dayOf(view))} />
        </span>
        <button type="submit" disabled={answer === ""}>
          {words.keep}
        </button>
      </form>
    </details>
  );
}

interface NamedProps {
  readonly label: string;
  readonly of: readonly { readonly id: string; readonly name: string }[];
  readonly value: string;
  readonly none: string;
  readonly onChoice: (id: string) => void;
}

/** One of several things of the case, or none. */
function Named({ label, of, value, none, onChoice }: NamedProps): ReactNode {
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={({ target }) => onChoice(target.value)}>
        <option value="">{none}</option>
        {of.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  );
}

interface ChoiceProps<K extends string> {
  readonly label: string;
  readonly of: Readonly<Record<K, string>>;
  readonly value: K;
  readonly onChoice: (value: K) => void;
}

function Choice<K extends string>({ label, of, value, onChoice }: ChoiceProps<K>): ReactNode {
  const entries = Object.entries(of) as [K, string][];
  return (
    <label>
      {label}{" "}
      <select value={value} onChange={({ target }) => onChoice(target.value as K)}>
        {entries.map(([key, text]) => (
          <option key={key} value={key}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
