import type { ReactNode } from "react";
import { Dialog } from "./dialog.js";

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
  return (
    <Dialog title="Somebody changed the same" onClose={onClose}>
      <p>
        {file} was {theirs === null ? "taken away" : "changed"} in another tab or by another program while you were at
        it. Nothing was written over. Which is it to be?
      </p>
      <div className="both">
        <section aria-label="Yours">
          <h3>Yours</h3>
          <pre>{mine}</pre>
          <button type="button" onClick={onMine}>
            Write mine over it
          </button>
        </section>
        <section aria-label="Theirs">
          <h3>What stands there now</h3>
          <pre>{theirs ?? "The file is gone."}</pre>
          <button type="button" onClick={onTheirs}>
            Keep what stands there
          </button>
        </section>
      </div>
    </Dialog>
  );
}
