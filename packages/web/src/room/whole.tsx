// Catches a mistake of the page itself, so that a sentence is left of it and not nothing.
import { Component, type ReactNode } from "react";
import { words } from "./room-words.js";

interface WholeProps {
  readonly children: ReactNode;
}

export class Whole extends Component<WholeProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    return (
      <main className="alone">
        <p role="alert">{words.pageFailed}</p>
        <button type="button" onClick={() => location.reload()}>
          {words.tryAgain}
        </button>
      </main>
    );
  }
}
