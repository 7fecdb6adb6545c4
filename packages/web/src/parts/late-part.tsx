// A part of a page that is fetched when it is first needed: where that fails, a sentence stands in its place, and a way to try again.
import { useWords } from "@parley/charts";
import { Component, type ReactNode, Suspense } from "react";

interface LatePartProps {
  /** Shown while it is fetched. */
  readonly waiting?: ReactNode;
  readonly children: ReactNode;
}

export const LatePart = ({ waiting = null, children }: LatePartProps): ReactNode => (
  <Caught>
    <Suspense fallback={waiting}>{children}</Suspense>
  </Caught>
);

class Caught extends Component<{ readonly children: ReactNode }, { readonly failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override render(): ReactNode {
    return this.state.failed ? <Failed /> : this.props.children;
  }
}

/** What was not fetched is only fetched again by a page that is loaded anew. */
function Failed(): ReactNode {
  const { editing, shell } = useWords();
  return (
    <p className="alert" role="alert">
      {shell.partMissing}{" "}
      <button type="button" onClick={() => location.reload()}>
        {editing.again}
      </button>
    </p>
  );
}
