// The beginning of a rehearsal: whom one plays, against what kind of counterpart, and for how long.
import { useWords } from "@parley/charts";
import { addDays, isDate, lastDay, listed } from "@parley/core/internal";
import {
  isDaysApart,
  type KeptRehearsal,
  MOST_DAYS_APART,
  MOST_PRACTICE_ROUNDS,
  movesOnRecord,
  PROTOCOLS,
  type Protocol,
  roundsUntil,
} from "@parley/core/rehearsal";
import { type ReactNode, useId, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { PractiseOpenings } from "./practise-openings.js";

interface PractiseStartProps {
  readonly view: CaseView;
  readonly onBegin: (setting: KeptRehearsal["setting"]) => void;
  readonly onOpen: (files: readonly File[]) => void;
  /** Keeps a beginning in which nobody has moved yet. */
  readonly onKeep: (setting: KeptRehearsal["setting"]) => void;
}

const ON_RECORD = "as-on-record";
const DELAYS = [0, 0.02, 0.05, 0.1];
const ROUNDS = [4, 6, 8, 12, 20, 40];

/** The next deadline that the case names, or a fortnight on. */
function deadlineAfter({ written }: CaseView, first: string): string {
  if (first === "") return "";
  const named = (written.deadlines ?? []).map(({ on }) => lastDay(on)).filter((day) => day >= first);
  return named.sort()[0] ?? addDays(first, 14);
}

export function PractiseStart({ view, onBegin, onOpen, onKeep }: PractiseStartProps): ReactNode {
  const { pages, rehearsal, names } = useWords();
  const words = pages.practise;
  const { parties, team } = view.written;
  const players = parties.filter(({ role }) => role === "negotiating");
  const [party, setParty] = useState(
    players.find(({ id }) => id === (view.reader ?? team))?.id ?? players[0]?.id ?? "",
  );
  const [against, setAgainst] = useState("linear");
  const first = dayOf(view);
  const [count, setCount] = useState(8);
  const [byDays, setByDays] = useState(false);
  const [apart, setApart] = useState(2);
  const [deadline, setDeadline] = useState(() => deadlineAfter(view, first));
  const [delay, setDelay] = useState(0);
  const [protocol, setProtocol] = useState<Protocol>("alternating");
  const [second, setSecond] = useState(false);
  const file = useId();
  const unrecorded = players.filter(({ id }) => id !== party && !movesOnRecord(view.written, id, dayOf(view)));
  const dated = isDate(deadline) && isDaysApart(apart);
  const rounds = byDays ? (dated ? roundsUntil(first, deadline, apart) : 0) : count;
  const playable = party !== "" && rounds > 0 && rounds <= MOST_PRACTICE_ROUNDS;
  const chosen = (): KeptRehearsal["setting"] => ({
    party,
    against,
    rounds,
    // A seed of its own each time: chance belongs at the edge, and the file keeps it.
    seed: (crypto.getRandomValues(new Uint32Array(1))[0] ?? 1) % 1_000_000,
    // Whoever opens the file sees the case from the same day and by the same views.
    ...(first !== "" && { asOf: first }),
    ...(byDays && { daysApart: apart }),
    ...(view.options.views && { views: view.options.views }),
    ...(delay > 0 && { delay }),
    ...(protocol !== "alternating" && { protocol }),
    ...(second && protocol === "alternating" && { second }),
  });
  return (
    <>
      <form
        className="practise-start"
        onSubmit={(event) => {
          event.preventDefault();
          onBegin(chosen());
        }}
      >
        <p className="lead">{words.about}</p>
        <label>
          {words.as}
          <select value={party} onChange={({ target }) => setParty(target.value)}>
            {players.map(({ id, name }) => (
              <option key={id} value={id}>
                {names.label(name)}
              </option>
            ))}
          </select>
        </label>
        <fieldset>
          <legend>{words.against}</legend>
          {rehearsal.styleNames.map((name) => (
            <label key={name} className="practise-style">
              <input
                type="radio"
                name="against"
                checked={against === name}
                disabled={name === ON_RECORD && unrecorded.length > 0}
                onChange={() => setAgainst(name)}
              />
              <span>
                {words.style(name, rehearsal.style(name)?.does ?? "")}{" "}
                <small className="note">
                  {name === ON_RECORD && unrecorded.length > 0
                    ? words.notThisStyle(listed(unrecorded.map((one) => one.name)))
                    : rehearsal.style(name)?.source}
                </small>
              </span>
            </label>
          ))}
        </fieldset>
        {first !== "" && (
          <label className="check">
            <input type="checkbox" checked={byDays} onChange={({ target }) => setByDays(target.checked)} />{" "}
            {words.byDays}
          </label>
        )}
        {byDays ? (
          <>
            <label>
              {words.deadline}
              <input type="date" min={first} value={deadline} onChange={({ target }) => setDeadline(target.value)} />
            </label>
            <label>
              {words.daysApart}
              <input
                type="number"
                min={1}
                max={MOST_DAYS_APART}
                value={apart}
                onChange={({ target }) => setApart(Number(target.value))}
              />
            </label>
          </>
        ) : (
          <label>
            {words.rounds}
            <select value={count} onChange={({ target }) => setCount(Number(target.value))}>
              {ROUNDS.map((one) => (
                <option key={one}>{one}</option>
              ))}
            </select>
          </label>
        )}
        {byDays && (
          <p role="status" className={playable ? "note" : "warning"}>
            {playable
              ? words.daysOf(rounds, first, addDays(first, (rounds - 1) * apart))
              : words.noDays(MOST_PRACTICE_ROUNDS)}
          </p>
        )}
        <label>
          {words.delay}
          <select value={delay} onChange={({ target }) => setDelay(Number(target.value))}>
            {DELAYS.map((share) => (
              <option key={share} value={share}>
                {words.delayed(share)}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.protocol}
          <select
            value={protocol}
            onChange={({ target }) => setProtocol(PROTOCOLS.find((name) => name === target.value) ?? protocol)}
          >
            {PROTOCOLS.map((name) => (
              <option key={name} value={name}>
                {words.protocols[name]}
              </option>
            ))}
          </select>
        </label>
        {protocol === "alternating" && (
          <label className="check">
            <input type="checkbox" checked={second} onChange={({ target }) => setSecond(target.checked)} />{" "}
            {words.second}
          </label>
        )}
        <p className="row">
          <button type="submit" className="primary" disabled={!playable}>
            {words.begin}
          </button>
          <label htmlFor={file} className="button quiet">
            {words.open}
            <input
              id={file}
              type="file"
              multiple
              accept=".yaml,.yml"
              className="unseen"
              onChange={({ target }) => {
                const opened = [...(target.files ?? [])];
                if (opened.length > 0) onOpen(opened);
                target.value = "";
              }}
            />
          </label>
          <button type="button" className="quiet" disabled={!playable} onClick={() => onKeep(chosen())}>
            {words.forClass}
          </button>
        </p>
        <p className="note">{words.forClassNote}</p>
      </form>
      <PractiseOpenings key={party} view={view} party={party} />
    </>
  );
}
