// Edits that could not be written stay on the page, whatever becomes of the page around them, until they are written or
// dropped.
import { useWords } from "@parley/charts";
import { useQueryClient } from "@tanstack/react-query";
import type { CaseFiles } from "parley/contract";
import { createContext, type ReactNode, useContext, useState } from "react";
import { api } from "../api.js";
import { save } from "../case-view.js";
import { say } from "../controls/toast.js";
import { queryKeys } from "../query-keys.js";
import { Conflict } from "./conflict.js";
import { after, type FieldEdit, requestFor, type Unsaved, without } from "./unsaved-edits.js";

type Write = (edit: FieldEdit) => Promise<boolean>;

const WriteContext = createContext<Write>(async () => false);

/** Writes a change of fields. @returns whether it is on the disk; where not, the page keeps it and says so */
export const useWrite = (): Write => useContext(WriteContext);

let last = 0;
const serial = (): number => ++last;

export function KeepsUnsaved({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const words = useWords().editing;
  const client = useQueryClient();
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([]);
  const drop = (n: number) => setUnsaved((before) => without(before, n));
  const write = async (edit: FieldEdit, n = serial()): Promise<boolean> => {
    const files = client.getQueryData<CaseFiles>(queryKeys.case(id, null)) ?? (await api.read(id, null));
    const why = await save(client, files, requestFor(files, edit));
    setUnsaved((before) => after(before, n, edit, why));
    if (why.kind === "saved") say(words.done(edit.what));
    return why.kind === "saved";
  };
  const conflict = unsaved.find(({ why }) => why.kind === "conflict");
  return (
    <WriteContext.Provider value={write}>
      {unsaved.map(({ n, edit, why }) =>
        why.kind === "failed" ? (
          <p key={n} className="alert unsaved" role="alert">
            <strong>{edit.what}</strong> – {words.notWritten} {why.reasons.join(" ")}{" "}
            <button type="button" onClick={() => void write(edit, n)}>
              {words.again}
            </button>{" "}
            <button type="button" className="quiet" onClick={() => drop(n)}>
              {words.drop}
            </button>
          </p>
        ) : null,
      )}
      {conflict?.why.kind === "conflict" && (
        <Conflict
          key={conflict.n}
          file={conflict.why.file}
          mine={conflict.edit.what}
          theirs={conflict.why.now}
          onClose={() => drop(conflict.n)}
          onMine={() => void write(conflict.edit, conflict.n)}
          onTheirs={() => drop(conflict.n)}
        />
      )}
      {children}
    </WriteContext.Provider>
  );
}
