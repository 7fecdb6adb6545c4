// The form of an offer, whether it is made or prepared: what is offered, on which condition, and what is said with it.
import type { RoomPackage } from "@parley/core/rooms";
import { type ReactNode, useState } from "react";
import { PackageChooser } from "./package-view.js";
import { newId } from "./room-view.js";
import { words } from "./room-words.js";

export interface Terms {
  readonly id: string;
  readonly package: RoomPackage;
  readonly if: RoomPackage;
  readonly note?: string;
}

interface TermsFormProps {
  /** Above the fields. */
  readonly head?: ReactNode;
  /** What it begins with. */
  readonly first?: Pick<Terms, "package" | "if"> | null;
  /** Below the fields. */
  readonly children?: ReactNode;
  readonly noteLabel: string;
  readonly sendLabel: string;
  /** @returns whether it was sent; then the form is done with */
  readonly send: (terms: Terms) => Promise<boolean>;
  readonly onDone: () => void;
}

export function TermsForm({ head, first, children, noteLabel, sendLabel, send, onDone }: TermsFormProps): ReactNode {
  const { offers } = words;
  const [id] = useState(newId);
  const [chosen, setChosen] = useState<RoomPackage>(first?.package ?? {});
  const [condition, setCondition] = useState<RoomPackage>(first?.if ?? {});
  const [note, setNote] = useState("");
  const wanted = Object.fromEntries(Object.entries(condition).filter(([issue]) => !Object.hasOwn(chosen, issue)));
  return (
    <form
      className="card form"
      onSubmit={async (event) => {
        event.preventDefault();
        const said = note.trim();
        if (await send({ id, package: chosen, if: wanted, ...(said !== "" && { note: said }) })) onDone();
      }}
    >
      {head}
      <PackageChooser label={offers.gives} chosen={chosen} onChoose={setChosen} />
      <details open={Object.keys(wanted).length > 0}>
        <summary>{offers.inReturn} …</summary>
        <PackageChooser label={offers.inReturn} chosen={wanted} onChoose={setCondition} without={chosen} />
      </details>
      <label>
        <span>{noteLabel}</span>
        <textarea rows={2} maxLength={2000} value={note} onChange={({ target }) => setNote(target.value)} dir="auto" />
      </label>
      {children}
      <p className="row">
        <button type="submit" className="primary" disabled={Object.keys(chosen).length === 0}>
          {sendLabel}
        </button>
        <button type="button" onClick={onDone}>
          {offers.cancel}
        </button>
      </p>
    </form>
  );
}
