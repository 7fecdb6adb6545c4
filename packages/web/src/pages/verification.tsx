// Would we know? Sites and effort in one table, what is seen where, and what stays possible.
import { detectionByEffort, Points, Scroll, ShareBar, stocksInTime, useWords } from "@parley/charts";
import { type Outcome, unitText, type Verification, type VerifyOptions } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { type CaseView, save, useCase } from "../case-view.js";
import { EmptyPage } from "../parts/empty-page.js";
import { Picture } from "../parts/picture.js";
import { PlanForm } from "../parts/plan-form.js";
import { Sentence } from "../parts/sentence.js";
import { TakenTable } from "../parts/taken-table.js";
import { Waiting } from "../parts/waiting.js";
import { useLatest, work } from "../work.js";
import { cleanFrom, EFFORT_STEPS, effortAt, effortFrom, MOST_LOOKS, stepOfEffort } from "./verification-effort.js";

export function VerificationPage(): ReactNode {
  const { pages } = useWords();
  const view = useCase();
  const { address, negotiation } = view;
  const effort = effortFrom(address.get("effort"));
  const holder = address.get("holder") ?? negotiation.verification[0]?.holder ?? null;
  const options: VerifyOptions = {
    ...view.options,
    ...(holder !== null && { holder }),
    ...(effort !== null && { effort }),
  };
  const { value } = useLatest(
    JSON.stringify([view.files.revision, options]),
    { files: [...view.files.files], options },
    (question): Promise<Outcome<Verification>> => work.verification(question),
  );
  if (!value) return <Waiting share={0} />;
  if (!value.ok)
    return (
      <EmptyPage chart={detectionByEffort} heading={pages.verification.none} reasons={[pages.verification.whatItTakes]}>
        <Begin view={view} />
      </EmptyPage>
    );
  return <Seen view={view} found={value.value} />;
}

/** The shortest way to a first plan. */
function Begin({ view }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.verification.plan;
  const client = useQueryClient();
  if (view.reader !== null) return null;
  const holders = [
    ...view.negotiation.parties.filter(({ role }) => role === "negotiating").map(({ id }) => id),
    "analyst",
  ];
  const begin = (holder: string) =>
    save(client, view.files, {
      what: words.begun(holder),
      files: [
        {
          file: `verification/${holder}.yaml`,
          base: null,
          text: words.beginning(holder, new Date().toISOString().slice(0, 10)),
        },
      ],
    });
  return (
    <p className="row">
      {words.begin}{" "}
      {holders.map((holder) => (
        <button key={holder} type="button" onClick={() => void begin(holder)}>
          {holder === "analyst" ? words.analyst : view.names.party(holder)}
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
  const { verification: told, pages } = useWords();
  const words = pages.verification;
  const { negotiation } = view;
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
          <TakenTable name={words.sites.label}>
            <Sites view={view} found={found} />
          </TakenTable>
          {goal && (
            <p className="note">
              <Sentence of={words.goal(told.goal(goal, titleOf))} />
            </p>
          )}
        </>
      )}
      <Points items={remarks} />
      {view.reader === null && found.holder !== null && (
        <PlanForm key={found.holder} view={view} holder={found.holder} />
      )}
      {found.curve.length > 0 && <Picture chart={detectionByEffort} of={{ found }} id="detection" />}
      {found.overall?.deterrence != null && <p className="note">{words.triangle}</p>}
      {declared && <Samples declared={declared} />}
      {search && (
        <>
          <h2>{words.search.heading}</h2>
          {search.looks.length > 0 && <p>{words.search.looks(search.looks.map(({ name }) => name))}</p>}
          <p>{words.search.chances(search.before, search.after)}</p>
        </>
      )}
      {lists && (
        <>
          <h2>{words.lists.heading}</h2>
          <p>
            <Sentence of={words.lists.count(lists.count, lists, lists.missing)} />
          </p>
        </>
      )}
      {found.occasions && <Occasions occasions={found.occasions} />}
      {inventories.length > 0 && <h2>{words.inventories.heading}</h2>}
      <div className="multiples">
        {inventories.map((inventory) =>
          inventory.scenarios.length === 0 ? (
            <p key={inventory.id}>
              {inventory.declared
                ? words.inventories.declared(
                    inventory.name,
                    inventory.declared.amount,
                    unitText(inventory.unit),
                    inventory.declared.asOf,
                  )
                : words.inventories.unknown(inventory.name)}
            </p>
          ) : (
            <Picture key={inventory.id} chart={stocksInTime} of={{ inventory, days }} id={`stock-${inventory.id}`} />
          ),
        )}
      </div>
      {inventories.length > 0 && <p className="note">{words.inventories.note}</p>}
      {delays.length > 0 && (
        <>
          <h2>{words.delays.heading}</h2>
          <Points
            items={delays.map((delay) =>
              words.delays.delay({
                ...delay,
                party: view.names.party(delay.party),
                holder: view.names.party(delay.holder),
                inventory: inventories.find(({ id }) => id === delay.inventory)?.name ?? delay.inventory,
              }),
            )}
          />
        </>
      )}
    </>
  );
}

/** Whose plan, where there are several. */
function Holders({ view, found }: SeenProps): ReactNode {
  const words = useWords().pages.verification;
  const holders = view.negotiation.verification.map(({ holder }) => holder);
  if (holders.length < 2) return null;
  return (
    <p>
      <label>
        {words.planOf}{" "}
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

function Effort({ view, found }: SeenProps): ReactNode {
  const words = useWords().pages.verification.effort;
  const { effort, curve } = found;
  if (!effort) return null;
  const most = curve.at(-1)?.effort ?? 1;
  const set = (value: number) => view.address.set({ effort: value === effort.planned ? null : `${value}` }, "replace");
  return (
    <div className="scrubbers">
      <label>
        <span>
          <Sentence of={words.total(effort)} />
        </span>
        <input
          type="range"
          aria-label={words.label}
          aria-valuetext={words.value(effort)}
          min={0}
          max={EFFORT_STEPS}
          value={stepOfEffort(effort.total, most)}
          onChange={({ target }) => set(effortAt(Number(target.value), most))}
        />
      </label>
      <button
        type="button"
        className="quiet"
        disabled={effort.total === effort.planned}
        onClick={() => view.address.set({ effort: null })}
      >
        {words.planned(effort.planned)}
      </button>
    </div>
  );
}

/** One row a site; what is left of a suspicion after so many clean looks. */
function Sites({ view, found: { declared, places, goal } }: SeenProps): ReactNode {
  const { verification: told, pages } = useWords();
  const words = pages.verification.sites;
  const { address } = view;
  const clean = cleanFrom(address.get("clean"));
  return (
    <>
      <Scroll label={words.label}>
        <table className="sites">
          <thead>
            <tr>
              {words.head(clean).map((head, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: columns have no other name, and never move
                <th key={column} scope="col">
                  <Sentence of={head} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {declared?.strata.map(({ id, name, items, checks, detection, possible, each }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{words.checked(checks, items)}</td>
                <td className="bar-cell">
                  <ShareBar share={detection} /> {words.seen({ low: detection, high: detection })}
                </td>
                <td>
                  {words.possible(possible[clean] ?? 0, items)}
                  <div className="note">
                    {words.amount((possible[clean] ?? 0) * each, goal ? unitText(goal.unit) : null, clean)}
                  </div>
                </td>
              </tr>
            ))}
            {places.map(({ id, name, visits, detection, detectionHigh, belief, looks }) => (
              <tr key={id}>
                <th scope="row">{name}</th>
                <td>{words.visited(visits)}</td>
                <td className="bar-cell">
                  <ShareBar share={detection} /> {words.seen({ low: detection, high: detectionHigh })}
                </td>
                <td>
                  {words.belief(belief && (belief[clean] ?? { low: 0, high: 0 }))}
                  {belief && looks && <div className="note">{words.fiveAfter(told.looks(looks))}</div>}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      {declared && <p>{words.worst({ ...declared, from: declared.strata.filter(({ diverted }) => diverted > 0) })}</p>}
      <p className="scrubbers">
        <label>
          <span>
            <Sentence of={words.cleanLooks(clean)} />
          </span>
          <input
            type="range"
            min={0}
            max={MOST_LOOKS}
            value={clean}
            aria-label={words.cleanLabel}
            onChange={({ target: { value } }) => address.set({ clean: value === "1" ? null : value }, "replace")}
          />
        </label>
      </p>
    </>
  );
}

function Samples({ declared: { strata } }: { readonly declared: NonNullable<Verification["declared"]> }): ReactNode {
  const words = useWords().pages.verification.samples;
  const head = words.head((strata[0]?.samples ?? []).map(({ probability }) => probability));
  return (
    <>
      <h2>{words.heading}</h2>
      <Scroll label={words.heading}>
        <table>
          <thead>
            <tr>
              {head.map((column) => (
                <th key={column} scope="col">
                  {column}
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
                  <td key={probability} title={words.improved(improved)}>
                    {words.cell(exact, iaea)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </Scroll>
      <p className="note">{words.note}</p>
    </>
  );
}

function Occasions({ occasions }: { readonly occasions: NonNullable<Verification["occasions"]> }): ReactNode {
  const words = useWords().pages.verification.occasions;
  return (
    <>
      <h2>{words.heading}</h2>
      <p>{words.game(occasions)}</p>
      <p>{words.delay(occasions.announced, occasions.unannounced)}</p>
      <p className="note">{words.source}</p>
    </>
  );
}
