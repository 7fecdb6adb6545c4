// The frame of every dialog in the workbench: a title, a button to close it, and room for its content.
import { useWords } from "@parley/charts";
import { type ReactNode, useEffect, useRef } from "react";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog of the browser's own: it takes the focus, gives it back, and closes with Escape. */
export function Dialog({ title, onClose, children }: DialogProps): ReactNode {
  const words = useWords().shell;
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
    dialog.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, []);
  return (
    <dialog ref={dialog} onClose={onClose} aria-label={title}>
      <form method="dialog" className="dialog-head">
        <h2>{title}</h2>
        <button type="submit" className="quiet" aria-label={words.close}>
          ✕
        </button>
      </form>
      {children}
    </dialog>
  );
}
