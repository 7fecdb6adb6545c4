// The report as it would be handed over, and printed.
import { type ReactNode, useRef, useState } from "react";
import { reportAddress } from "../api.js";
import { useCase, viewsText } from "../case-view.js";

export function ReportPage(): ReactNode {
  const { id, reader, options, negotiation } = useCase();
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const address = reportAddress(id, {
    reader,
    asOf: options.asOf ?? null,
    view: options.views ? viewsText(options.views) : null,
  });
  const whose =
    reader === null
      ? "It holds everything, and is marked CONFIDENTIAL. To share it, choose above by whom it is seen."
      : `It is computed only from what ${reader === "public" ? "the public" : (negotiation.parties.find((party) => party.id === reader)?.name ?? reader)} may see.`;
  return (
    <>
      <h1>Report</h1>
      <p className="row">
        <button type="button" disabled={!loaded} onClick={() => frame.current?.contentWindow?.print()}>
          Print, or save as PDF
        </button>
        <a
          className="button"
          href={address}
          download={`${id.replaceAll(":", "-")}${reader === null ? "-confidential" : `-for-${reader}`}.html`}
        >
          Save as one HTML file
        </a>
        <span className="note">{whose}</span>
      </p>
      {!loaded && <p className="waiting">Writing the report …</p>}
      <iframe
        key={`${address} ${negotiation.digest}`}
        ref={frame}
        title="The report"
        className="report"
        src={address}
        onLoad={() => setLoaded(true)}
      />
    </>
  );
}
