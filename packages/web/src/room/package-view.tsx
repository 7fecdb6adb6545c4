// A package as a short table: what each issue comes to, and what it is today. And a form for choosing one.
import type { RoomPackage } from "@parley/core/rooms";
import type { ReactNode } from "react";
import { choicesOf, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

/** What stays as it is today is told in one row. */
export function PackageView({ named }: { readonly named: RoomPackage }): ReactNode {
  const { matter } = useOpenRoom().state;
  const choices = choicesOf(matter, named);
  const same = choices.filter(({ option, today }) => option === today);
  const told = same.length < 2 ? choices : choices.filter(({ option, today }) => option !== today);
  return (
    <dl className="package">
      {told.map(({ issue, name, option, today }) => (
        <div key={issue}>
          <dt>{name}</dt>
          <dd>
            {option}
            {today !== null && today !== option && <span className="today"> ← {words.offers.today(today)}</span>}
          </dd>
        </div>
      ))}
      {told.length < choices.length && (
        <div>
          <dt>{words.offers.asToday}</dt>
          <dd>{same.map(({ name, option }) => `${name} (${option})`).join(", ")}</dd>
        </div>
      )}
    </dl>
  );
}

interface ChooserProps {
  readonly label: string;
  readonly chosen: RoomPackage;
  readonly onChoose: (chosen: RoomPackage) => void;
  /** Issues that are chosen elsewhere. */
  readonly without?: RoomPackage;
  /** What it means that an issue has no option. */
  readonly open?: string;
}

/** One row an issue; what is left open is in no package. */
export function PackageChooser({
  label,
  chosen,
  onChoose,
  without = {},
  open = words.offers.leaveOpen,
}: ChooserProps): ReactNode {
  const { issues } = useOpenRoom().state.matter;
  return (
    <fieldset className="chooser">
      <legend>{label}</legend>
      {issues
        .filter(({ id }) => !Object.hasOwn(without, id))
        .map(({ id, name, today, options }) => (
          <label key={id}>
            <span>{name}</span>
            <select
              value={chosen[id] ?? ""}
              className={Object.hasOwn(chosen, id) ? undefined : "unsaid"}
              onChange={({ target }) => {
                const { [id]: _, ...others } = chosen;
                onChoose(target.value === "" ? others : { ...others, [id]: target.value });
              }}
            >
              <option value="">{open}</option>
              {options.map((option) => (
                <option key={option.id} value={option.id}>
                  {option.id === today ? words.offers.today(option.name) : option.name}
                </option>
              ))}
            </select>
          </label>
        ))}
    </fieldset>
  );
}
