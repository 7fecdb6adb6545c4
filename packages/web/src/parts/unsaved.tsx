// Edits that could not be written stay on the page, whatever becomes of the page around them, until they are written or
// dropped.
import type { Change } from "@parley/core";
import type { CaseFiles } from "@parley/node/contract";
import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useState } from "react";
import { api } from "../api.js";
import { baseOf, type Saved, save } from "../case-view.js";
import { Conflict } from "./conflict.js";
import { say } from "./toast.js";

/** A change of fields, and how it is named in the history. */
export interface FieldEdit {
  readonly what: string;
  readonly file: string;
  readonly changes: readonly Change[];
}

interface Unsaved {
  readonly n: number;
  readonly edit: FieldEdit;
  readonly why: Exclude<Saved, { kind: "saved" }>;
}

type Write = (edit: FieldEdit) => Promise<boolean>;

const WriteContext = createContext<Write>(async () => false);

/** Writes a change of fields. @returns whether it is on the disk; where not, the page keeps it and says so */
export const useWrite = (): Write => useContext(WriteContext);

let last = 0;
const serial = (): number => ++last;

export function KeepsUnsaved({ id, children }: { readonly id: string; readonly children: ReactNode }): ReactNode {
  const client = useQueryClient();
  const [unsaved, setUnsaved] = useState<readonly Unsaved[]>([]);
  const drop = (n: number) => setUnsaved((before) => before.filter((one) => one.n !== n));
  const write = async (edit: FieldEdit, n = serial()): Promise<boolean> => {
    const files = client.getQueryData<CaseFiles>(["case", id, null]) ?? (await api.read(id, null));
    const changes = edit.changes.map((one) => ({ ...one, path: [...one.path] }));
    const why = await save(client, files, {
      what: edit.what,
      files: [{ file: edit.file, base: baseOf(files, edit.file), changes }],
    });
    drop(n);
    if (why.kind === "saved") say(`${edit.what}. Undo with u.`);
    else setUnsaved((before) => [...before.filter((one) => one.n !== n), { n, edit, why }]);
    return why.kind === "saved";
  };
  const conflict = unsaved.find(({ why }) => why.kind === "conflict");
  return (
    <WriteContext.Provider value={write}>
      {unsaved.map(({ n, edit, why }) =>
        why.kind === "failed" ? (
          <p key={n} className="alert unsaved" role="alert">
            <strong>{edit.what}</strong> – it was not written. {why.reasons.join(" ")}{" "}
            <button type="button" onClick={() => void write(edit, n)}>
              Try again
            </button>{" "}
            <button type="button" className="quiet" onClick={() => drop(n)}>
              Drop it
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
