// The grid: issues down, their options, what holds today and without a deal, and a column for each offer.
import { useWords } from "@parley/charts";
import { type Issue, nameFor, type Offer, rangeText } from "@parley/core/internal";
import { type ClipboardEvent, type KeyboardEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { type CaseView, dayOf } from "../case-view.js";
import { copyTable } from "../controls/clipboard.js";
import { cellsOfHtml } from "../controls/copied-table.js";
import { Field } from "../controls/field.js";
import { Menu } from "../controls/menu.js";
import { nextField } from "../controls/next-field.js";
import { Select } from "../controls/select.js";
import { cellsOfText } from "./copied-cells.js";
import { PasteTable } from "./paste-table.js";
import { fieldId } from "./set-up-missing.js";
import { useSteps } from "./set-up-steps.js";

const FILE = "case.yaml";
const RECORD = "record.yaml";

/** An offer that says nothing yet: it goes on record with the first choice. */
interface Pending {
  readonly id: string;
  readonly name: string;
  readonly by: readonly string[];
}

/** A column: an offer on record, or one that is about to be. Both have one id, so that the hand stays where it is. */
interface Column extends Pending {
  readonly offer: Offer | null;
}

function columnsIn({ negotiation: { offers } }: CaseView, pending: readonly Pending[]): Column[] {
  const known = offers.map((offer) => ({ id: offer.id, name: offer.name, by: offer.by, offer }));
  const begun = pending.filter(({ id }) => !offers.some((offer) => offer.id === id));
  return [...known, ...begun.map((one) => ({ ...one, offer: null }))];
}

export function SetUpGrid({ view }: { readonly view: CaseView }): ReactNode {
  const { editing, pages } = useWords();
  const words = pages.setUp.grid;
  const { refused } = editing.takeAway;
  const { negotiation } = view;
  const { issues, offers } = negotiation;
  const [pending, setPending] = useState<readonly Pending[]>([]);
  const [pasted, setPasted] = useState<string[][] | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const columns = columnsIn(view, pending);
  // What was pending is on record now.
  useEffect(() => {
    if (pending.some(({ id }) => offers.some((offer) => offer.id === id)))
      setPending(pending.filter(({ id }) => !offers.some((offer) => offer.id === id)));
  }, [offers, pending]);
  const addOffer = () => {
    const name = words.newOffer(columns.length + 1);
    const id = nameFor(name, new Set(columns.map((column) => column.id)), "offer");
    setPending([...pending, { id, name, by: proposerOf(view, columns) }]);
    requestAnimationFrame(() =>
      [...(table.current?.querySelectorAll<HTMLInputElement>("[data-pending]") ?? [])].at(-1)?.select(),
    );
  };
  /** Another name or maker of one that is not on record yet; null: it is dropped. */
  const change = (id: string, next: Pending | null) =>
    setPending(pending.flatMap((one) => (one.id === id ? (next ?? []) : one)));
  return (
    <section className="set-up-grid" aria-label={words.heading}>
      <div className="grid-head">
        <h2>{words.heading}</h2>
        <p className="row">
          <button type="button" onClick={() => setPasted([])}>
            {words.paste}
          </button>
          {issues.length > 0 && (
            <button type="button" onClick={() => void copied(view, words, refused)}>
              {words.copy}
            </button>
          )}
        </p>
      </div>
      <p className="note">{words.about}</p>
      <div className="grid-scroll">
        <table
          ref={table}
          className="grid"
          aria-label={words.label}
          onKeyDown={movedOn}
          onPaste={(event) => {
            const cells = blockIn(event);
            if (cells) setPasted(cells);
          }}
        >
          <thead>
            <tr>
              <th scope="col">{words.issue}</th>
              <th scope="col">{words.options}</th>
              <th scope="col">{words.today}</th>
              <th scope="col">{words.noDeal}</th>
              {columns.map((column) => (
                <ColumnHead key={column.id} view={view} column={column} onPending={(next) => change(column.id, next)} />
              ))}
            </tr>
          </thead>
          <tbody>
            {issues.map((issue, place) => (
              <IssueRow key={issue.id} view={view} issue={issue} place={place} columns={columns} />
            ))}
            <NewIssue columns={2 + columns.length} place={issues.length} />
          </tbody>
        </table>
      </div>
      <p className="row under-grid">
        <button type="button" id={fieldId.addOffer} onClick={addOffer}>
          {words.addOffer}
        </button>
      </p>
      {pasted && <PasteTable view={view} cells={pasted} onClose={() => setPasted(null)} />}
    </section>
  );
}

/** Whose the next offer is, until it is said: our side's first, then the other's. */
function proposerOf(
  { negotiation: { parties, team } }: CaseView,
  offers: readonly { readonly by: readonly string[] }[],
): string[] {
  const agreeing = parties.filter(({ role }) => role === "negotiating").map(({ id }) => id);
  const order = team === null ? agreeing : [team, ...agreeing.filter((id) => id !== team)];
  const free = order.find((id) => !offers.some(({ by }) => by.includes(id))) ?? order[0];
  return free === undefined ? [] : [free];
}

/** Enter goes on, as in a spreadsheet; from the end of the table to another offer. */
function movedOn(event: KeyboardEvent<HTMLTableElement>): void {
  if (event.key !== "Enter" || event.defaultPrevented || event.target instanceof HTMLButtonElement) return;
  const next = event.target instanceof HTMLElement ? nextField(event.target, event.shiftKey ? -1 : 1) : null;
  const field = next ?? document.getElementById(fieldId.addOffer);
  event.preventDefault();
  field?.focus();
}

/** The cells of a block that is pasted; null where it is a text for the field that has the focus. */
function blockIn(event: ClipboardEvent): string[][] | null {
  const html = event.clipboardData.getData("text/html");
  const text = event.clipboardData.getData("text/plain");
  const cells = /<table/i.test(html) ? cellsOfHtml(html) : /[\t\n]/.test(text.trim()) ? cellsOfText(text) : [];
  if (cells.length * (cells[0]?.length ?? 0) < 2) return null;
  event.preventDefault();
  return cells;
}

/** The options as they can be typed again. */
function optionsText({ step, options, unit }: Issue): string {
  const [first, last] = [options[0], options.at(-1)];
  if (step === null || !first || !last) return options.map(({ name }) => name).join("; ");
  const [from, to] = [Number(first.id), Number(last.id)];
  return rangeText({ from, to, step, ...(unit !== null && { unit }) });
}

interface ColumnHeadProps {
  readonly view: CaseView;
  readonly column: Column;
  readonly onPending: (pending: Pending | null) => void;
}

function ColumnHead({ view, column: { id, name, by, offer }, onPending }: ColumnHeadProps): ReactNode {
  const words = useWords().pages.setUp.grid;
  const { step, remove } = useSteps();
  const set = (key: "name" | "by", value: string | null, what: string) =>
    step({ do: "set", file: RECORD, path: ["offers", id, key], ...(value !== null && { value }) }, what);
  return (
    <th scope="col" className="offer-column">
      <div className="offer-head">
        <Field
          label={words.offerName(name)}
          value={name}
          maxLength={300}
          {...(!offer && { "data-pending": true })}
          onCommit={(text) => {
            if (text === "") return false;
            if (offer) return set("name", text, words.offerNamed(text));
            onPending({ id, name: text, by });
            return true;
          }}
        />
        <Menu
          label={words.menuOfOffer(name)}
          entries={[
            {
              id: "remove",
              text: words.remove,
              removes: true,
              act: () => (offer ? void remove({ file: RECORD, path: ["offers", id] }, name) : onPending(null)),
            },
          ]}
        />
      </div>
      <By
        view={view}
        label={words.offerBy(name)}
        by={by}
        onChange={(party) => {
          if (offer) void set("by", party, words.offerMadeBy(name, party === null ? null : view.names.party(party)));
          else onPending({ id, name, by: party === null ? [] : [party] });
        }}
      />
    </th>
  );
}

interface ByProps {
  readonly view: CaseView;
  readonly label: string;
  readonly by: readonly string[];
  readonly onChange: (by: string | null) => void;
}

function By({ view, label, by, onChange }: ByProps): ReactNode {
  const words = useWords().pages.setUp.grid;
  return (
    <select
      className="quiet"
      aria-label={label}
      value={by.join(" ")}
      onChange={({ target }) => onChange(target.value || null)}
    >
      <option value="">{words.byNobody}</option>
      {by.length > 1 && (
        <option value={by.join(" ")} disabled>
          {words.byTogether(by.map(view.names.party))}
        </option>
      )}
      {view.negotiation.parties
        .filter(({ role }) => role === "negotiating")
        .map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
    </select>
  );
}

interface IssueRowProps {
  readonly view: CaseView;
  readonly issue: Issue;
  readonly place: number;
  readonly columns: readonly Column[];
}

function IssueRow({ view, issue, place, columns }: IssueRowProps): ReactNode {
  const words = useWords().pages.setUp.grid;
  const { step } = useSteps();
  const { today, noDeal } = view.negotiation;
  const idOf = (option: number | undefined) => issue.options[option ?? -1]?.id ?? "";
  const nameOf = (id: string) => issue.options.find((option) => option.id === id)?.name ?? id;
  return (
    <tr>
      <th scope="row" data-label={words.issue}>
        <div className="issue-head">
          <Field
            label={words.issueName(place + 1)}
            value={issue.name}
            onCommit={(name) =>
              name !== "" &&
              step({ do: "set", file: FILE, path: ["issues", issue.id, "name"], value: name }, words.issueNamed(name))
            }
          />
          <IssueMenu view={view} issue={issue} place={place} />
        </div>
      </th>
      <td data-label={words.options}>
        <Field
          key={optionsText(issue)}
          id={fieldId.options(issue.id)}
          label={words.optionsOf(issue.name)}
          value={optionsText(issue)}
          placeholder={words.optionsHint}
          onCommit={(written) =>
            step({ do: "write-options", issue: issue.id, written }, words.optionsWritten(issue.name))
          }
        />
      </td>
      <Choice
        issue={issue}
        column={words.today}
        label={words.todayOf(issue.name)}
        value={idOf(today[place])}
        none={null}
        onChoose={(option) =>
          option !== null &&
          void step({ do: "today", issue: issue.id, option }, words.todaySet(issue.name, nameOf(option)))
        }
      />
      <Choice
        issue={issue}
        column={words.noDeal}
        label={words.noDealOf(issue.name)}
        value={noDeal === null || noDeal[place] === today[place] ? "" : idOf(noDeal[place])}
        none={words.asToday}
        onChoose={(option) =>
          void step(
            { do: "no-deal", issue: issue.id, option },
            words.noDealSet(issue.name, option === null ? words.asToday : nameOf(option)),
          )
        }
      />
      {columns.map(({ id, name, by, offer }) => (
        <Choice
          key={id}
          issue={issue}
          column={name}
          label={words.offerOn(name, issue.name)}
          value={offer?.named.includes(place) ? idOf(offer.options[place]) : ""}
          none={words.notNamed}
          onChoose={(option) =>
            void step(
              {
                do: "choose",
                offer: id,
                issue: issue.id,
                option,
                begin: { name, by: by[0] ?? null, date: dayOf(view) },
              },
              words.chosen(name, issue.name, option === null ? null : nameOf(option)),
            )
          }
        />
      ))}
    </tr>
  );
}

function IssueMenu({ view, issue, place }: Omit<IssueRowProps, "columns">): ReactNode {
  const words = useWords().pages.setUp.grid;
  const { step, remove } = useSteps();
  const move = (by: 1 | -1) =>
    void step({ do: "move", file: FILE, list: ["issues"], id: issue.id, by }, words.issueMoved(issue.name));
  return (
    <Menu
      label={words.menuOfIssue(issue.name)}
      entries={[
        ...(place > 0 ? [{ id: "up", text: words.up, act: () => move(-1) }] : []),
        ...(place < view.negotiation.issues.length - 1 ? [{ id: "down", text: words.down, act: () => move(1) }] : []),
        {
          id: "remove",
          text: words.remove,
          removes: true,
          act: () => void remove({ file: FILE, path: ["issues", issue.id] }, issue.name),
        },
      ]}
    />
  );
}

interface ChoiceProps {
  readonly issue: Issue;
  /** What its column is called, for cells that stand alone. */
  readonly column: string;
  readonly label: string;
  readonly value: string;
  /** What it is called that nothing is chosen; null where something always is. */
  readonly none: string | null;
  readonly onChoose: (option: string | null) => void;
}

function Choice({ issue, column, label, value, none, onChoose }: ChoiceProps): ReactNode {
  return (
    <td data-label={column}>
      <Select
        label={label}
        value={value}
        unsaid={value === ""}
        onChoose={(chosen) => onChoose(chosen === "" ? null : chosen)}
      >
        {none !== null && <option value="">{none}</option>}
        {issue.options.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </Select>
    </td>
  );
}

/** The row in which the next issue is typed, with its options; Enter in the options goes on to another. */
function NewIssue({ columns, place }: { readonly columns: number; readonly place: number }): ReactNode {
  const words = useWords().pages.setUp.grid;
  const { step } = useSteps();
  const [name, setName] = useState("");
  const [options, setOptions] = useState("");
  const row = useRef<HTMLTableRowElement>(null);
  // Where nothing is set up yet, the hand is where it begins.
  const begins = useRef(place === 0);
  useEffect(() => {
    if (begins.current) first.current?.focus();
  }, []);
  const first = useRef<HTMLInputElement>(null);
  const second = useRef<HTMLInputElement>(null);
  const add = async () => {
    const [called, written] = [name.trim(), options.trim()];
    if (called === "") return;
    setName("");
    setOptions("");
    const kept = await step({ do: "add-issue", name: called, first: words.first, written }, words.issueAdded(called));
    if (kept) return;
    setName(called);
    setOptions(written);
  };
  return (
    <tr
      ref={row}
      className="new"
      onBlur={({ relatedTarget }) => {
        if (!row.current?.contains(relatedTarget)) void add();
      }}
    >
      <th scope="row" data-label={words.issue}>
        <input
          ref={first}
          id={fieldId.newIssue}
          aria-label={words.newIssue}
          placeholder={place === 0 ? words.newIssueHint : words.addIssue}
          value={name}
          maxLength={300}
          dir="auto"
          onChange={({ target }) => setName(target.value)}
          onKeyDown={(event) => {
            // Without a name there is no other issue, and Enter goes on from the table.
            if (event.key !== "Enter" || name.trim() === "") return;
            event.preventDefault();
            second.current?.focus();
          }}
        />
      </th>
      <td data-label={words.options}>
        <input
          ref={second}
          aria-label={words.optionsOf(words.newIssue)}
          placeholder={words.optionsHint}
          value={options}
          maxLength={2000}
          dir="auto"
          onChange={({ target }) => setOptions(target.value)}
          onKeyDown={(event) => {
            const on = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey && name.trim() !== "");
            if (!on || name.trim() === "") return;
            event.preventDefault();
            void add();
            first.current?.focus();
          }}
        />
      </td>
      <td className="rest" colSpan={columns}>
        {name.trim() !== "" && (
          <button
            type="button"
            className="quiet"
            onClick={() => {
              void add();
              first.current?.focus();
            }}
          >
            {words.addThis}
          </button>
        )}
      </td>
    </tr>
  );
}

async function copied(
  { negotiation }: CaseView,
  words: ReturnType<typeof useWords>["pages"]["setUp"]["grid"],
  refused: string,
): Promise<void> {
  const { issues, offers, today, noDeal } = negotiation;
  const nameAt = (issue: Issue, option: number | undefined) => issue.options[option ?? -1]?.name ?? "";
  const cells = [
    [words.issue, words.options, words.today, words.noDeal, ...offers.map(({ name }) => name)],
    ...issues.map((issue, place) => [
      issue.name,
      optionsText(issue),
      nameAt(issue, today[place]),
      nameAt(issue, (noDeal ?? today)[place]),
      ...offers.map(({ named, options }) => (named.includes(place) ? nameAt(issue, options[place]) : "")),
    ]),
  ];
  await copyTable(cells, { copied: words.copied, refused });
}
