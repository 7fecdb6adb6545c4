// Who changed what, when; what stood there before and after.
import { RichText, useWords } from "@parley/charts";
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api.js";
import { useCase } from "../case-view.js";
import { queryKeys } from "../query-keys.js";

export function HistoryPage(): ReactNode {
  const words = useWords().pages.history;
  const { id, reader } = useCase();
  const history = useQuery({
    queryKey: queryKeys.history(id),
    queryFn: () => api.history(id),
    enabled: reader === null,
  });
  if (reader !== null)
    return (
      <>
        <h1>{words.heading}</h1>
        <p className="lead">{words.oursAlone}</p>
      </>
    );
  const entries = history.data?.entries ?? [];
  return (
    <>
      <h1>{words.heading}</h1>
      <p className="note">
        <RichText of={words.about} />
      </p>
      {history.data && entries.length === 0 && <p>{words.none}</p>}
      <ol className="history">
        {entries.map(({ n, at, who, what, files }) => (
          <li key={n}>
            <details data-item={n} tabIndex={-1}>
              <summary>
                <strong>{what}</strong>{" "}
                <span className="note">
                  {who}, <time dateTime={at}>{new Date(at).toLocaleString()}</time>
                </span>
              </summary>
              {files.map(({ file, took, put }) => (
                <div key={file} className="change">
                  <h3>{file}</h3>
                  <h4>{words.before}</h4>
                  <pre className="took">{took || words.nothing}</pre>
                  <h4>{words.after}</h4>
                  <pre className="put">{put || words.nothing}</pre>
                </div>
              ))}
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
