// Who negotiates, and what they want to reach together.
import { Mark, partyClass, useWords } from "@parley/charts";
import type { Party } from "@parley/core/internal";
import { type ReactNode, useState } from "react";
import type { CaseView } from "../case-view.js";
import { Field } from "../controls/field.js";
import { Menu } from "../controls/menu.js";
import { fieldId } from "./set-up-missing.js";
import { useSteps } from "./set-up-steps.js";

const FILE = "case.yaml";

export function SetUpParties({ view: { negotiation } }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.setUp.parties;
  const { step } = useSteps();
  return (
    <section className="set-up-parties" aria-label={words.heading}>
      <h2>{words.heading}</h2>
      <ul>
        {negotiation.parties.map((party, place) => (
          <OneParty key={party.id} party={party} place={place} ours={negotiation.team === party.id} />
        ))}
        <li className="new">
          <NewName
            id={fieldId.newParty}
            label={words.add}
            onAdd={(name) => void step({ do: "add-party", name }, words.added(name))}
          />
        </li>
      </ul>
    </section>
  );
}

interface OnePartyProps {
  readonly party: Party;
  readonly place: number;
  readonly ours: boolean;
}

function OneParty({ party, place, ours }: OnePartyProps): ReactNode {
  const words = useWords().pages.setUp;
  const { step, remove } = useSteps();
  const set = (path: readonly (string | number)[], value: unknown, what: string) =>
    step({ do: "set", file: FILE, path, value }, what);
  return (
    <li>
      <svg className={`chart ${partyClass(place)}`} width="18" height="18" aria-hidden="true">
        <Mark party={place} x={9} y={9} />
      </svg>
      <Field
        id={fieldId.party(place)}
        label={words.parties.name(place + 1)}
        value={party.name}
        onCommit={(name) => name !== "" && set(["parties", party.id, "name"], name, words.parties.named(name))}
      />
      <select
        aria-label={words.parties.role(party.name)}
        value={party.role}
        onChange={({ target: { value } }) =>
          void set(
            ["parties", party.id, "role"],
            value,
            words.parties.roleSet(party.name, words.parties.roles[value as keyof typeof words.parties.roles]),
          )
        }
      >
        {Object.entries(words.parties.roles).map(([role, text]) => (
          <option key={role} value={role}>
            {text}
          </option>
        ))}
      </select>
      {ours && <span className="badge">{words.parties.ours}</span>}
      <Menu
        label={words.grid.menuOfIssue(party.name)}
        entries={[
          ...(ours
            ? []
            : [
                {
                  id: "ours",
                  text: words.parties.setOurs,
                  act: () => void set(["team"], party.id, words.parties.oursIs(party.name)),
                },
              ]),
          {
            id: "remove",
            text: words.grid.remove,
            removes: true,
            act: () => void remove({ file: FILE, path: ["parties", party.id] }, party.name),
          },
        ]}
      />
    </li>
  );
}

export function SetUpGoals({ view: { negotiation } }: { readonly view: CaseView }): ReactNode {
  const words = useWords().pages.setUp;
  const { step, remove } = useSteps();
  const { goals } = negotiation;
  return (
    <section className="set-up-parties" aria-label={words.goals.heading}>
      <h2 title={words.goals.about}>{words.goals.heading}</h2>
      <ul>
        {goals.map(({ id, name }, place) => (
          <li key={id}>
            <span className="key">{place + 1}</span>
            <Field
              label={words.goals.name(place + 1)}
              value={name}
              onCommit={(text) =>
                text !== "" &&
                step({ do: "set", file: FILE, path: ["goals", id, "name"], value: text }, words.goals.named(text))
              }
            />
            <Menu
              label={words.grid.menuOfIssue(name)}
              entries={[
                ...(place > 0
                  ? [
                      {
                        id: "up",
                        text: words.grid.up,
                        act: () =>
                          void step(
                            { do: "move", file: FILE, list: ["goals"], id, by: -1 },
                            words.grid.issueMoved(name),
                          ),
                      },
                    ]
                  : []),
                {
                  id: "remove",
                  text: words.grid.remove,
                  removes: true,
                  act: () => void remove({ file: FILE, path: ["goals", id] }, name),
                },
              ]}
            />
          </li>
        ))}
        <li className="new">
          <NewName
            label={words.goals.add}
            onAdd={(name) => void step({ do: "add-goal", name }, words.goals.added(name))}
          />
        </li>
      </ul>
    </section>
  );
}

interface NewNameProps {
  readonly label: string;
  readonly onAdd: (name: string) => void;
  readonly id?: string;
}

/** A field in which the next thing is named; it is empty again once that is there. */
function NewName({ label, onAdd, id }: NewNameProps): ReactNode {
  const [text, setText] = useState("");
  const add = () => {
    if (text.trim() === "") return;
    onAdd(text.trim());
    setText("");
  };
  return (
    <input
      id={id}
      aria-label={label}
      placeholder={label}
      value={text}
      dir="auto"
      maxLength={300}
      onChange={({ target }) => setText(target.value)}
      onBlur={add}
      onKeyDown={(event) => {
        if (event.key === "Enter") add();
        if (event.key === "Escape") setText("");
      }}
    />
  );
}
