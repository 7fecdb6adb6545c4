// What can be changed on a page is changed there: any part of a page can open the form of an entry, or of a new one.
import { useWords } from "@parley/charts";
import { Pencil, Plus } from "lucide-react";
import { createContext, lazy, type ReactNode, useContext, useMemo, useState } from "react";
import type { CaseView } from "../case-view.js";
import type { Opened } from "../page-entries.js";
import { LatePart } from "./late-part.js";

const OpenContext = createContext<((what: Opened) => void) | null>(null);

const EntryDrawer = lazy(async () => ({ default: (await import("./entry-drawer.js")).EntryDrawer }));

interface EditsHereProps {
  readonly view: CaseView;
  readonly page: string;
  /** The heading of the page. */
  readonly title: string;
  readonly children: ReactNode;
}

export function EditsHere({ view, page, title, children }: EditsHereProps): ReactNode {
  const [opened, setOpened] = useState<Opened | null>(null);
  const open = useMemo(() => (view.reader === null ? setOpened : null), [view.reader]);
  return (
    <OpenContext.Provider value={open}>
      {children}
      {opened && view.reader === null && (
        <LatePart>
          <EntryDrawer
            key={JSON.stringify(opened)}
            view={view}
            page={page}
            title={title}
            opened={opened}
            onClose={() => setOpened(null)}
          />
        </LatePart>
      )}
    </OpenContext.Provider>
  );
}

/** Opens forms; null where the case is seen as another sees it, and nothing can be changed. */
export const useEditHere = (): ((what: Opened) => void) | null => useContext(OpenContext);

interface EditEntryProps {
  readonly list: string;
  readonly id: string;
  readonly called: string;
}

/** A pencil beside an entry. */
export function EditEntry({ list, id, called }: EditEntryProps): ReactNode {
  const words = useWords().pages.entries;
  const open = useEditHere();
  if (!open) return null;
  return (
    <button
      type="button"
      className="quiet icon pencil"
      aria-label={words.edit(called)}
      title={words.edit(called)}
      onClick={() => open({ kind: "entry", list, id })}
    >
      <Pencil size={14} aria-hidden="true" />
    </button>
  );
}

interface AddEntryProps {
  readonly list: string;
  readonly text: string;
  readonly primary?: boolean;
}

export function AddEntry({ list, text, primary = false }: AddEntryProps): ReactNode {
  const open = useEditHere();
  if (!open) return null;
  return (
    <button
      type="button"
      className={primary ? "primary with-icon" : "with-icon"}
      onClick={() => open({ kind: "new", list })}
    >
      <Plus size={16} aria-hidden="true" /> {text}
    </button>
  );
}
