// The dialog shown when somebody else changed a file meanwhile: both versions side by side, and a choice between them.
import { useWords } from "@parley/charts";
import type { ReactNode } from "react";
import { Dialog } from "../controls/dialog.js";

interface ConflictProps {
  readonly file: string;
  /** What was to be written, and what stands there by now; null: the file is gone. */
  readonly mine: string;
  readonly theirs: string | null;
  readonly onMine: () => void;
  readonly onTheirs: () => void;
  readonly onClose: () => void;
}

/** Two changed the same: says what happened and offers both. */
export function Conflict({ file, mine, theirs, onMine, onTheirs, onClose }: ConflictProps): ReactNode {
  const words = useWords().editing.conflict;
  return (
    <Dialog title={words.title} onClose={onClose}>
      <p>{words.about(file, theirs === null)}</p>
      <div className="both">
        <section aria-label={words.mine}>
          <h3>{words.mine}</h3>
          <pre>{mine}</pre>
          <button type="button" onClick={onMine}>
            {words.keepMine}
          </button>
        </section>
        <section aria-label={words.theirs}>
          <h3>{words.now}</h3>
          <pre>{theirs ?? words.gone}</pre>
          <button type="button" onClick={onTheirs}>
            {words.keepTheirs}
          </button>
        </section>
      </div>
    </Dialog>
  );
}
