// The package in the making, put on record as an offer.
import { useWords } from "@parley/charts";
import type { OfferAssessment } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { type CaseView, dayOf, save } from "../case-view.js";
import type { ChosenPackage } from "../chosen-package.js";
import { DayField } from "../controls/day-field.js";
import { say } from "../controls/toast.js";
import { baseOf } from "../saving.js";
import { offerEdit } from "./offer-edit.js";

interface KeepOfferProps {
  readonly view: CaseView;
  readonly chosen: ChosenPackage;
  /** Red lines that the package crosses; null while it is being weighed. */
  readonly crosses: OfferAssessment["redLines"] | null;
  readonly onKept: () => void;
}

export function KeepOffer({ view, chosen, crosses, onKept }: KeepOfferProps): ReactNode {
  const { editing, packages } = useWords();
  const words = packages.keep;
  const client = useQueryClient();
  const { negotiation } = view;
  const [name, setName] = useState("");
  const [by, setBy] = useState("");
  const [date, setDate] = useState(dayOf(view));
  const [saving, setSaving] = useState(false);
  const [failed, setFailed] = useState<string | null>(null);
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    if (saving) return;
    setSaving(true);
    const offer = { name, by, date, options: chosen.options };
    const { id, changes } = offerEdit(negotiation, offer, words.draft);
    const done = await save(client, view.files, {
      what: words.kept(name),
      files: [
        {
          file: "record.yaml",
          base: baseOf(view.files, "record.yaml"),
          changes,
        },
      ],
    });
    if (done.kind === "saved") {
      say(words.onRecord(name));
      onKept();
      return view.address.set({ offer: id, p: null });
    }
    setSaving(false);
    setFailed(done.kind === "failed" ? done.reasons.join(" ") : editing.changedMeanwhile("record.yaml"));
  };
  return (
    <form className="keep" onSubmit={keep}>
      <p className="row">
        <label>
          {words.name}{" "}
          <input data-first required maxLength={80} value={name} onChange={({ target: { value } }) => setName(value)} />
        </label>
        <label>
          {words.by}{" "}
          <select value={by} onChange={({ target: { value } }) => setBy(value)}>
            <option value="">{words.nobody}</option>
            {negotiation.parties
              .filter(({ role }) => role === "negotiating")
              .map(({ id, name: party }) => (
                <option key={id} value={id}>
                  {party}
                </option>
              ))}
          </select>
        </label>
        <span className="labelled">
          {words.day} <DayField label={words.day} value={date} onDay={(day) => setDate(day || dayOf(view))} />
        </span>
        <button
          type="submit"
          disabled={crosses === null || saving}
          title={crosses === null ? words.beingWeighed : undefined}
        >
          {editing.putOnRecord}
        </button>
      </p>
      {crosses?.map(({ party, text }) => (
        <p key={`${party} ${text}`} className="alert">
          {words.crosses(view.names.party(party), text, party === by)}
        </p>
      ))}
      {crosses !== null && crosses.length > 0 && (
        <label>
          {/* Another package is another question. */}
          <input key={JSON.stringify(chosen.options)} type="checkbox" required /> {words.allTheSame}
        </label>
      )}
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </form>
  );
}
