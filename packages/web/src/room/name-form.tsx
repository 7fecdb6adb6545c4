// One's name, while it is still that of the seat. What is signed bears it.
import { type ReactNode, useState } from "react";
import { type OpenRoom, partyName, useOpenRoom } from "./room-view.js";
import { words } from "./room-words.js";

/** Whether a seat has no name of a person yet. */
export const isUnnamed = ({ me, matter }: OpenRoom["look"]): boolean =>
  me.role !== "observer" &&
  me.name === words.atHead(me.party === null ? words.theMediator : partyName(matter, me.party));

export function NameForm(): ReactNode {
  const { api, act } = useOpenRoom();
  const { arrival } = words;
  const [name, setName] = useState("");
  return (
    <form
      className="form saying"
      onSubmit={(event) => {
        event.preventDefault();
        void act(() => api.rename(name.trim()));
      }}
    >
      <label>
        <span>{arrival.name}</span>
        <input maxLength={100} value={name} onChange={({ target }) => setName(target.value)} autoComplete="name" />
      </label>
      <button type="submit" disabled={name.trim() === ""}>
        {arrival.save}
      </button>
    </form>
  );
}
