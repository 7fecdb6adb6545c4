// A draft as one page: self-contained, without scripts and without a network, with its margin beside the text.

import { DraftText, SpokenIn, useWords } from "@parley/charts";
import type { Wording } from "@parley/core/internal";
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { HandedOver, useReportWords } from "../report/index.js";
import type { Document } from "./document.js";

export function htmlOf(document: Document, words: Wording): string {
  const page = renderToStaticMarkup(
    <SpokenIn value={words}>
      <Page document={document} />
    </SpokenIn>,
  );
  return `<!DOCTYPE html>\n${page}\n`;
}

function Page({ document }: { readonly document: Document }): ReactNode {
  const { drafts } = useWords();
  const report = useReportWords();
  const { heading, sentence, remarks, parts } = document;
  return (
    <HandedOver viewing={document} heading={heading} kind={drafts.draft}>
      <p className="lead">{sentence}</p>
      {remarks.map((remark) => (
        <p key={remark} className="note">
          {report.page.remark(remark)}
        </p>
      ))}
      <DraftText parts={parts} />
    </HandedOver>
  );
}
