// How a negotiation begins: what it is called, what it is like, and who sits at the table.
import { useWords } from "@parley/charts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, type ReactNode, useState } from "react";
import { useLocation } from "wouter";
import { api } from "../api.js";
import { Dialog } from "../controls/dialog.js";
import { queryKeys } from "../query-keys.js";

export function NewNegotiation({ onClose }: { readonly onClose: () => void }): ReactNode {
  const words = useWords().pages.cases.make;
  const client = useQueryClient();
  const [, go] = useLocation();
  const list = useQuery({ queryKey: queryKeys.templates, queryFn: api.templates });
  const [name, setName] = useState("");
  const [template, setTemplate] = useState<string | null>(null);
  const [parties, setParties] = useState<readonly string[]>(["", ""]);
  const [team, setTeam] = useState<string | null>(null);
  const [reason, setReason] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const choose = (id: string | null) => {
    setTemplate(id);
    setTeam(null);
  };
  const make = async (event: FormEvent) => {
    event.preventDefault();
    if (busy || name.trim() === "") return;
    setBusy(true);
    try {
      const [ours = "", theirs = ""] = parties.map((party) => party.trim());
      const named = [ours || words.ourSide, theirs || words.otherSide];
      const { id } = await api.create({
        name,
        template,
        day: today(),
        parties: template === null ? named : [],
        team: template === null ? null : team,
      });
      await client.invalidateQueries({ queryKey: queryKeys.cases });
      go(`/c/${encodeURIComponent(id)}/set-up`);
    } catch (error) {
      setReason(error instanceof Error ? error.message : String(error));
      setBusy(false);
    }
  };
  const chosen = list.data?.templates.find(({ id }) => id === template);
  const choices = [{ id: null, title: words.blank, about: words.blankAbout }, ...(list.data?.templates ?? [])];
  return (
    <Dialog title={words.title} onClose={onClose}>
      <form className="fields" onSubmit={(event) => void make(event)}>
        <label>
          {words.name}
          <input
            data-first
            value={name}
            required
            maxLength={300}
            placeholder={words.nameHint}
            dir="auto"
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        {template === null && (
          <div className="both">
            {[words.ours, words.theirs].map((label, place) => (
              <label key={label}>
                {label}
                <input
                  value={parties[place]}
                  maxLength={300}
                  placeholder={place === 0 ? words.ourSide : words.otherSide}
                  dir="auto"
                  onChange={({ target }) => setParties(parties.map((one, at) => (at === place ? target.value : one)))}
                />
              </label>
            ))}
          </div>
        )}
        <fieldset className="templates">
          <legend>{words.like}</legend>
          {choices.map(({ id, title, about }) => (
            <label key={id ?? ""} className="template">
              <input type="radio" name="template" checked={template === id} onChange={() => choose(id)} />
              <span>
                <strong>{title}</strong>
                <span className="note">{about}</span>
              </span>
            </label>
          ))}
        </fieldset>
        {chosen && (
          <>
            <p className="note">{chosen.about}</p>
            <label>
              {words.whose}
              <select value={team ?? ""} onChange={({ target }) => setTeam(target.value || null)}>
                <option value="">{words.nobodys}</option>
                {chosen.parties.map((party) => (
                  <option key={party.id} value={party.id}>
                    {party.name}
                  </option>
                ))}
              </select>
            </label>
          </>
        )}
        {reason && (
          <p className="alert" role="alert">
            {reason}
          </p>
        )}
        <p className="row">
          <button type="submit" className="primary" disabled={busy}>
            {words.begin}
          </button>
        </p>
      </form>
    </Dialog>
  );
}

/** The day where the reader is. */
function today(): string {
  const now = new Date();
  const two = (part: number) => `${part}`.padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
