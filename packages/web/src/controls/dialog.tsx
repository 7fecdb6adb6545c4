// The frame of every dialog in the workbench: a title, a button to close it, and room for its content.
import { useWords } from "@parley/charts";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { Dialog as AriaDialog, Button, Heading, Modal, ModalOverlay } from "react-aria-components";

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** At the side of the page rather than in its middle. */
  readonly drawer?: boolean;
}

/** It takes the focus, gives it back, and closes with Escape or by a press beside it. */
export function Dialog({ title, onClose, children, drawer = false }: DialogProps): ReactNode {
  const words = useWords().shell;
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
        if (!open) onClose();
      }}
    >
      <Modal className={drawer ? "drawer" : "modal"}>
        <AriaDialog className="dialog" aria-label={title}>
          <div className="dialog-head">
            <Heading slot="title">{title}</Heading>
            <Button className="quiet" aria-label={words.close} onPress={onClose}>
              <X size={18} aria-hidden="true" />
            </Button>
          </div>
          <div ref={content}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
