// Would we know? Sites and effort in one table, what is seen where, and what stays possible.
import { detectionByEffort, Points, Scroll, ShareBar, stocksInTime, useWords } from "@parley/charts";
import {
  chanceText,
  figureText,
  type Outcome,
  percentText,
  unitText,
  type Verification,
  type VerifyOptions,
} from "@parley/core";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CaseView, save, useCase } from "../case-view.js";
import { Picture } from "../parts/picture.js";
import { PlanForm } from "../parts/plan-form.js";
import { Waiting } from "../parts/waiting.js";
import { Word } from "../parts/word.js";
import { useLatest, work } from "../work.js";

export function VerificationPage(): ReactNode {
  const view = useCase();
  const { address, negotiation } = view;
  const effort = address.get("effort");
  const holder = address.get("holder") ?? negotiation.verification[0]?.holder ?? null;
  const options: VerifyOptions = {
    ...view.options,
    ...(holder !== null && { holder }),
    ...(effort !== null && Number.isFinite(Number(effort)) && { effort: Number(effort) }),
  };
  const { value } = useLatest(
    JSON.stringify([view.files.revision, options]),
    { files: [...view.files.files], options },
    (question): Promise<Outcome<Verification>> => work.verification(question),
  );
  if (!value) return <Waiting share={0} />;
  if (!value.ok)
    return (
      <>
        <h1>Nothing says yet what is to be verified</h1>
        {value.reasons.map((reason) => (
          <p key={reason}>{reason.charAt(0).toUpperCase() + reason.slice(1)}</p>
        ))}
        <Begin view={view} />
      </>
    );
  return <Seen view={view} found={value.value} />;
}

const beginning = (holder: string) => `# How inspectors would look, and what is suspected. Confidential to its holder.
holder: ${holder}
date: ${new Date().toISOString().slice(0, 10)}
# What must not go unseen; its quantity, detection and timeliness are the IAEA's unless written here.
goal: { material: high-enriched-uranium }
# What there is to spend in one round of inspections.
effort: { total: 20, unit: inspector-days, every: 1 month }
sites:
  - { id: store, name: A declared store, items: 100, each: 1, effort: 0.5 }
  - { id: suspected, name: A suspected site, effort: 5, identification: 0.8, belief: [0.1, 0.5], overlook: [0.2, 0.5] }
`;

/** The shortest way to a first plan. */
function Begin({ view }: { readonly view: CaseView }): ReactNode {
  const client = useQueryClient();
  if (view.reader !== null) return null;
  const holders = [
    ...view.negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id),
    "analyst",
  ];
  const begin = (holder: string) =>
    save(client, view.files, {
      what: `Plan of inspection begun for ${holder}`,
      files: [{ file: `verification/${holder}.yaml`, base: null, text: beginning(holder) }],
    });
  return (
    <p className="row">
      Begin a plan of inspection, confidential to{" "}
      {holders.map((holder) => (
        <button key={holder} type="button" onClick={() => void begin(holder)}>
          {holder === "analyst" ? "an analyst" : view.names.party(holder)}
        </button>
      ))}
    </p>
  );
}

interface SeenProps {
  readonly view: CaseView;
  readonly found: Verification;
}

function Seen({ view, found }: SeenProps): ReactNode {
  const { declared, places, inventories, days, goal, search, lists, remarks, delays } = found;
  const { negotiation } = view;
  const words = useWords().verification;
  const titleOf = (source: string) => negotiation.sources.find(({ id }) => id === source)?.title ?? source;
  return (
    <>
      <h1 className="sentence" aria-live="polite">
        {found.sentence}
      </h1>
      <Holders view={view} found={found} />
      {found.holder === null && <Begin view={view} />}
      {(declared || places.length > 0) && (
        <>
          <Effort view={view} found={found} />
          <Sites view={view} found={found} />
          {goal && (
            <p className="note">
              <Word of="goalQuantity">Goal</Word>: {words.goal(goal, titleOf)}.
            </p>
          )}
        </>
      )}
      <Points items={remarks} />
      {view.reader === null && found.holder !== null && (
        <PlanForm key={found.holder} view={view} holder={found.holder} />
      )}
      {found.curve.length > 0 && <Picture chart={detectionByEffort} of={{ found }} id="detection" />}
      {found.overall?.deterrence != null && (
        <p className="note">The triangle marks the effort from which breaking the deal does not pay.</p>
      )}
      {declared && <Samples declared={declared} />}
      {search && (
        <>
          <h2>Where to look next, for what nobody declared</h2>
          {search.looks.length > 0 && <p>{search.looks.map(({ name }) => name).join(" → ")}</p>}
          <p>
            Something is at one of them with {chanceText(search.before)}; after these looks, all of them clean, with{" "}
            {chanceText(search.after)}.
          </p>
        </>
      )}
      {lists && (
        <>
          <h2>Two lists</h2>
          <p>
            About {figureText(lists.count)} in all ({figureText(lists.low)}–{figureText(lists.high)}), so some{" "}
            {figureText(lists.missing)} undeclared, if the <Word of="twoLists">two lists</Word> are independent.
          </p>
        </>
      )}
      {found.occasions && <Occasions occasions={found.occasions} />}
      {inventories.length > 0 && <h2>What there may be</h2>}
      <div className="multiples">
        {inventories.map((inventory) =>
          inventory.scenarios.length === 0 ? (
            <p key={inventory.id}>
              {inventory.name}:{" "}
              {inventory.declared
                ? `${figureText(inventory.declared.amount)} ${unitText(inventory.unit)} declared for ${inventory.declared.asOf}`
                : "no estimate was known by this day"}
              .
            </p>
          ) : (
            <Picture key={inventory.id} chart={stocksInTime} of={{ inventory, days }} id={`stock-${inventory.id}`} />
          ),
        )}
      </div>
      {inventories.length > 0 && (
        <p className="note">
          Each scenario is whole in itself; no range is drawn between two of them. Where only the ends are known the
          band has no middle. Dashed: as declared.
        </p>
      )}
      {delays.length > 0 && (
        <>
          <h2>What a year of delay changes</h2>
          <Points
            items={delays.map(
              ({ party, holder, what, inventory, low, high }) =>
                `${view.names.party(party)} in the view of ${view.names.party(holder)}, ${what}: ${figureText(low)}${low === high ? "" : ` to ${figureText(high)}`} points, as ${inventories.find(({ id }) => id === inventory)?.name ?? inventory} grows.`,
            )}
          />
        </>
      )}
    </>
  );
}

/** Whose plan, where there are several. */
function Holders({ view, found }: SeenProps): ReactNode {
  const holders = view.negotiation.verification.map(({ holder }) => holder);
  if (holders.length < 2) return null;
  return (
    <p>
      <label>
        The plan of{" "}
        <select
          value={found.holder ?? ""}
          onChange={({ target: { value } }) => view.address.set({ holder: value, effort: null })}
        >
          {holders.map((holder) => (
            <option key={holder} value={holder}>
              {view.names.party(holder)}
            </option>
          ))}
        </select>
      </label>
    </p>
  );
}

const STEPS = 200;

function Effort({ view, found }: SeenProps): ReactNode {
  const { effort, curve } = found;
  if (!effort) return null;
  const most = curve.at(-1)?.effort ?? 1;
  const set = (value: number) => view.address.set({ effort: value === effort.planned ? null : `${value}` }, "replace");
  return (
    <div className="scrubbers">
      <label>
        <span>
          Effort a round: <strong>{figureText(effort.total)}</strong> {effort.unit}
          {effort.every && `, every ${effort.every}`}
        </span>
        <input
          type="range"
          aria-label="Effort a round"
          aria-valuetext={`${figureText(effort.total)} ${effort.unit}`}
          min={0}
          max={STEPS}
          value={Math.round((STEPS * effort.total) / most)}
          onChange={({ target }) => set(Number(((most * Number(target.value)) / STEPS).toPrecision(3)))}
        />
      </label>
      <button
        type="button"
        className="quiet"
        disabled={effort.total === effort.planned}
        onClick={() => view.address.set({ effort: null })}
      >
        As planned: {figureText(effort.planned)}
      </button>
    </div>
  );
}

const LOOKS = 12;

/** One row a site; what is left of a suspicion after so many clean looks. */
function Sites({ view, found: { declared, places, goal } }: SeenProps): ReactNode {
  const words = useWords().verification;
  const { address } = view;
  const asked = Number(address.get("clean") ?? 1);
  const clean = Number.isInteger(asked) && asked >= 0 && asked <= LOOKS ? asked : 1;
  return (
    <>
      <Scroll label="Sites">
        <table className="sites">
          <thead>
            <tr>
              <th scope="col">Where</th>
              <th scope="col">Looked at</th>
              <th scope="col">
                <Word of="seen">Seen</Word>
              </th>
              <th scope="col">
                Still possible after {clean} clean {clean === 1 ? "look" : "looks"}
              </th>
            </tr>
          </thead>
          <tbody>
            {declared?.strata.map(({ id, name, items, checks, detection, possible, each }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>
                  {checks} of {items}
                </td>
                <td className="bar-cell">
                  <ShareBar share={detection} /> {percentText(detection)}
                </td>
                <td>
                  up to {possible[clean]} of {items} false
                  <div className="note">
                    {figureText((possible[clean] ?? 0) * each)} {goal ? unitText(goal.unit) : ""}
                    {clean > 0 && ", with 1 chance in 20"}
                  </div>
                </td>
              </tr>
            ))}
            {places.map(({ id, name, visits, detection, detectionHigh, belief, looks }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{visits >= 1 - 1e-9 ? "visited" : visits <= 0 ? "not" : `visited with ${percentText(visits)}`}</td>
                <td className="bar-cell">
                  <ShareBar share={detection} /> {chanceText({ low: detection, high: detectionHigh })}
                </td>
                <td>
                  {belief
                    ? `something there: ${chanceText(belief[clean] ?? { low: 0, high: 0 })}`
                    : "nothing is suspected"}
                  {belief && looks && <div className="note">5 % after {words.looks(looks)}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {declared && (
        <p>
          Whatever is taken from declared items in the cleverest way is seen with{" "}
          {declared.detection === null
            ? "certainty: there is not so much"
            : `${declared.bound ? "at least " : ""}${percentText(declared.detection)}`}
          {declared.detection !== null &&
            declared.strata.some(({ diverted }) => diverted > 0) &&
            ` (${declared.strata
              .filter(({ diverted }) => diverted > 0)
              .map(({ diverted, name }) => `${diverted} from ${name}`)
              .join(", ")})`}
          .
        </p>
      )}
      <p className="scrubbers">
        <label>
          <span>
            Clean looks: <strong>{clean}</strong>
          </span>
          <input
            type="range"
            min={0}
            max={LOOKS}
            value={clean}
            aria-label="Clean looks"
            onChange={({ target: { value } }) => address.set({ clean: value === "1" ? null : value }, "replace")}
          />
        </label>
      </p>
    </>
  );
}

function Samples({ declared: { strata } }: { readonly declared: NonNullable<Verification["declared"]> }): ReactNode {
  const head = strata[0]?.samples ?? [];
  return (
    <>
      <h2>How many to check</h2>
      <Scroll label="How many to check">
        <table>
          <thead>
            <tr>
              <th scope="col">Items to check, so that the goal is seen with …</th>
              <th scope="col">items</th>
              <th scope="col">taken</th>
              {head.map(({ probability }) => (
                <th key={probability} scope="col">
                  {percentText(probability)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {strata.map(({ id, name, items, falsified, samples }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{items}</td>
                <td>{falsified}</td>
                {samples.map(({ probability, exact, iaea, improved }) => (
                  <td key={probability} title={`By the improved formula: ${improved}`}>
                    {exact === null ? "none is enough" : `${exact} (${iaea})`}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">
        Exact, by the hypergeometric distribution; in brackets by the IAEA’s formula, which takes every check as sure.
      </p>
    </>
  );
}

function Occasions({ occasions }: { readonly occasions: NonNullable<Verification["occasions"]> }): ReactNode {
  const { periods, inspections, value, chances, announced, unannounced, sanction } = occasions;
  return (
    <>
      <h2>Over time</h2>
      <p>
        {inspections} inspections on {periods} occasions:{" "}
        {value === null
          ? "a sanction is no loss here, so inspections deter nobody."
          : `violating is worth ${figureText(value)}, where an unseen one brings 1 and a seen one costs ${figureText(sanction)}.`}{" "}
        While none was used, inspect on the first, second … occasion with{" "}
        {chances.slice(0, 8).map(percentText).join(", ")}
        {chances.length > 8 && ", …"}.
      </p>
      <p>
        Announced at equal steps between two sure inspections, a violation is seen after at most{" "}
        {percentText(announced)} of the time between them
        {unannounced === null ? "." : `; unannounced, after ${percentText(unannounced)} on average.`}
      </p>
      <p className="note">
        Dresher’s game (as solved by von Stengel, 2016): whoever violates sees which inspections were used.
      </p>
    </>
  );
}
