// The report as it would be handed over, and printed.
import { useWords } from "@parley/charts";
import { type ReactNode, useRef, useState } from "react";
import { fileAddress } from "../addresses.js";
import { readerNamed, useCase } from "../case-view.js";

export function ReportPage(): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.report;
  const view = useCase();
  const { id, reader, negotiation } = view;
  const frame = useRef<HTMLIFrameElement>(null);
  const [loaded, setLoaded] = useState(false);
  const address = fileAddress(view, "report");
  const whose = reader === null ? words.confidential : words.onlyFrom(readerNamed(view));
  return (
    <>
      <h1>{shell.pages.report}</h1>
      <p className="row">
        <button type="button" disabled={!loaded} onClick={() => frame.current?.contentWindow?.print()}>
          {words.print}
        </button>
        <a
          className="button"
          href={address}
          download={`${id.replaceAll(":", "-")}${reader === null ? "-confidential" : `-for-${reader}`}.html`}
        >
          {words.save}
        </a>
        <span className="note">{whose}</span>
      </p>
      {!loaded && <p className="waiting">{words.writing}</p>}
      <iframe
        key={`${address} ${negotiation.digest}`}
        ref={frame}
        title={words.frame}
        className="report"
        src={address}
        onLoad={() => setLoaded(true)}
      />
    </>
  );
}
