// Who changed what, when; what stood there before and after.
import { useQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { api } from "../api.js";
import { useCase } from "../case-view.js";
import { queryKeys } from "../query-keys.js";

export function HistoryPage(): ReactNode {
  const { id, reader } = useCase();
  const history = useQuery({
    queryKey: queryKeys.history(id),
    queryFn: () => api.history(id),
    enabled: reader === null,
  });
  if (reader !== null)
    return (
      <>
        <h1>History</h1>
        <p className="lead">What was changed is for our team only: it shows what each side needs.</p>
      </>
    );
  const entries = history.data?.entries ?? [];
  return (
    <>
      <h1>History</h1>
      <p className="note">
        What was changed on these pages, newest first; it stays on this machine, in .parley/history.jsonl. Undo with{" "}
        <kbd>u</kbd>: that is a new entry too. What another program changes is not entered, and never written over.
      </p>
      {history.data && entries.length === 0 && <p>Nothing was changed here yet.</p>}
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
                  <h4>before</h4>
                  <pre className="took">{took || "nothing"}</pre>
                  <h4>after</h4>
                  <pre className="put">{put || "nothing"}</pre>
                </div>
              ))}
            </details>
          </li>
        ))}
      </ol>
    </>
  );
}
