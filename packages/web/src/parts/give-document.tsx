// A document comes in: pasted, chosen or dropped; what it says of itself can be put right before it is read.
import { useWords } from "@parley/charts";
import { type DragEvent, type FormEvent, type ReactNode, useState } from "react";
import { ApiFailure, api } from "../api.js";
import { type OpenDocument, UNKNOWN } from "../attached.js";
import { useUnkept } from "../unkept.js";

const EMPTY: OpenDocument = { ...UNKNOWN, text: "", title: "" };

export function GiveDocument({ onGiven }: { readonly onGiven: (document: OpenDocument) => void }): ReactNode {
  const { editing, statements } = useWords();
  const words = statements.document;
  const [document, setDocument] = useState(EMPTY);
  const [busy, setBusy] = useState<string | null>(null);
  const [failed, setFailed] = useState<string | null>(null);
  useUnkept(document.text !== "");
  const change = (more: Partial<OpenDocument>) => setDocument((before) => ({ ...before, ...more }));
  const open = async (file: File | undefined) => {
    if (!file) return;
    setBusy(file.name);
    setFailed(null);
    try {
      const { text, title, byline, publisher, language, published, remarks } = await api.textOf(file);
      change({
        text,
        title: title ?? file.name.replace(/\.\w+$/, ""),
        author: byline ?? "",
        publisher: publisher ?? "",
        language: language ?? "",
        date: published ?? "",
        remarks,
      });
    } catch (error) {
      setFailed(error instanceof ApiFailure ? error.reasons.join(" ") : words.notSent(file.name));
    }
    setBusy(null);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    void open(event.dataTransfer.files[0]);
  };
  const given = (event: FormEvent) => {
    event.preventDefault();
    if (document.text.trim() !== "") onGiven(document);
  };
  return (
    <form className="give" onSubmit={given} onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <label>
        {words.text}
        <textarea
          rows={9}
          value={document.text}
          onChange={({ target: { value } }) => change({ text: value, remarks: [] })}
        />
      </label>
      <p className="row">
        <label className="button">
          {words.file}
          <input
            type="file"
            className="unseen"
            accept=".txt,.md,.html,.htm,.pdf,.docx,text/plain,text/html,application/pdf"
            onChange={({ target }) => {
              void open(target.files?.[0]);
              target.value = "";
            }}
          />
        </label>
        {busy && <span className="note">{words.reading(busy)}</span>}
      </p>
      {failed && (
        <p className="alert" role="alert">
          {failed}
        </p>
      )}
      {document.remarks.map((remark) => (
        <p key={remark} className="note">
          {remark}
        </p>
      ))}
      <p className="row about">
        <label>
          {words.title}{" "}
          <input value={document.title} maxLength={300} onChange={(e) => change({ title: e.target.value })} />
        </label>
        <label>
          {words.day}{" "}
          <input
            value={document.date}
            placeholder="2019-02-28"
            pattern="\d{4}(-\d{2}(-\d{2})?)?"
            title={editing.dayForm}
            size={12}
            onChange={(e) => change({ date: e.target.value })}
          />
        </label>
        <label>
          {words.publisher}{" "}
          <input value={document.publisher} maxLength={200} onChange={(e) => change({ publisher: e.target.value })} />
        </label>
        <label>
          {words.address} <input type="url" value={document.url} onChange={(e) => change({ url: e.target.value })} />
        </label>
        <button type="submit" disabled={document.text.trim() === ""}>
          {words.find}
        </button>
      </p>
    </form>
  );
}
