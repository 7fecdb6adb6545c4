// The package in the making, put on record as an offer.
import { useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { baseOf, type CaseView, dayOf, save } from "../case-view.js";
import type { ChosenPackage } from "../chosen-package.js";
import { written } from "../interests-file.js";
import { nameFor } from "../name-for.js";
import { say } from "./toast.js";

export function KeepOffer({ view, chosen }: { readonly view: CaseView; readonly chosen: ChosenPackage }): ReactNode {
  const client = useQueryClient();
  const { negotiation } = view;
  const [name, setName] = useState("");
  const [by, setBy] = useState("");
  const [failed, setFailed] = useState<string | null>(null);
  if (chosen.offer !== null || view.reader !== null) return null;
  const keep = async (event: FormEvent) => {
    event.preventDefault();
    const id = nameFor(name, new Set(["today", "no-deal", ...negotiation.offers.map((offer) => offer.id)]), "offer");
    const changed = negotiation.issues.filter(
      ({ id: issue, options, today }) => chosen.options[issue] !== options[today]?.id,
    );
    const offer = {
      id,
      name,
      date: dayOf(view),
      ...(by === "" ? { outsider: "a draft of ours" } : { by }),
      package: Object.fromEntries(changed.map(({ id: issue }) => [issue, written(chosen.options[issue] ?? "")])),
    };
    const place = negotiation.offers.length;
    const done = await save(client, view.files, {
      what: `Offer “${name}” put on record`,
      files: [
        {
          file: "record.yaml",
          base: baseOf(view.files, "record.yaml"),
          changes: [{ path: ["offers", place], value: offer }],
        },
      ],
    });
    if (done.kind === "saved") {
      say(`“${name}” is on record.`);
      view.address.set({ offer: id, p: null });
    } else
      setFailed(
        done.kind === "failed"
          ? done.reasons.join(" ")
          : "record.yaml was changed meanwhile. Look again, and press once more.",
      );
  };
  return (
    <form className="keep" onSubmit={keep}>
      <h3>Put it on record as an offer</h3>
      <p className="row">
        <label>
          Name <input required maxLength={80} value={name} onChange={({ target: { value } }) => setName(value)} />
        </label>
        <label>
          proposed by{" "}
          <select value={by} onChange={({ target: { value } }) => setBy(value)}>
            <option value="">nobody yet: a draft</option>
            {negotiation.parties
              .filter(({ role }) => role === "negotiating")
              .map(({ id, name: party }) => (
                <option key={id} value={id}>
                  {party}
                </option>
              ))}
          </select>
        </label>
        <button type="submit">Put on record</button>
      </p>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
    </form>
  );
}
