// The frame of every dialog in the workbench: a title, a button to close it, and room for its content.
import { useWords } from "@parley/charts";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from "react-aria-components";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** At the side of the page rather than in its middle. */
  readonly drawer?: boolean;
  /** Whether something was typed that closing would lose: it asks first. */
  readonly typed?: boolean;
}

/** It takes the focus, gives it back, and closes with Escape or by a press beside it. */
export function Dialog({ title, onClose, children, drawer = false, typed = false }: DialogProps): ReactNode {
  const { shell: words, pages } = useWords();
  const [asking, setAsking] = useState(false);
  const close = () => (typed ? setAsking(true) : onClose());
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    content.current?.querySelector<HTMLElement>("[data-first]")?.focus();
  }, []);
  return (
    <ModalOverlay
      className={drawer ? "overlay at-side" : "overlay"}
      isOpen
      isDismissable
      onOpenChange={(open) => {
        if (!open) close();
      }}
    >
      <Modal className={drawer ? "drawer" : "modal"}>
        <AriaDialog className="dialog" aria-label={title}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button className="quiet" aria-label={words.close} onPress={close}>
              <X size={18} aria-hidden="true" />
            </Button>
          </div>
          {asking && (
            <p className="alert row" role="alert">
              {pages.entries.typed}
              <button type="button" onClick={() => setAsking(false)}>
                {pages.entries.keepTyping}
              </button>
              <button type="button" onClick={onClose}>
                {pages.entries.dropTyped}
              </button>
            </p>
          )}
          <div ref={content}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
