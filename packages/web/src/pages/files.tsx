// The files themselves, for what no page edits yet and for what is broken: checked while one types, written as a whole.
import type { Problem } from "@parley/core";
import type { CaseFiles } from "@parley/node/contract";
import { useQueryClient } from "@tanstack/react-query";
import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useAddress } from "../address.js";
import { baseOf, MaybeCase, type Saved, save } from "../case-view.js";
import { draftsOf, useDraft } from "../draft.js";
import { Conflict } from "../parts/conflict.js";
import { say } from "../parts/toast.js";
import { useLatest, work } from "../work.js";

export interface BrokenCase {
  readonly id: string;
  readonly files: CaseFiles | null;
  readonly problems: readonly Problem[];
}

/** `broken`: a case that cannot be used; without it, the case around this page. */
export function Files({ broken }: { readonly broken?: BrokenCase }): ReactNode {
  const view = useContext(MaybeCase);
  const id = broken?.id ?? view?.id ?? "";
  const files = broken?.files ?? view?.files ?? null;
  const address = useAddress(id);
  const problems = broken?.problems ?? view?.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === "error");
  const there = (files?.files ?? []).map(({ path }) => path);
  const paths = [...there, ...draftsOf(id).filter((path) => !there.includes(path))];
  const asked = address.get("file");
  const shown =
    asked !== null && paths.includes(asked)
      ? asked
      : (errors.find(({ place }) => paths.includes(place.file))?.place.file ?? paths[0]);
  return (
    <>
      <h1>
        {errors.length > 0
          ? `${errors.length} ${errors.length === 1 ? "problem keeps" : "problems keep"} this case from being used`
          : "Files"}
      </h1>
      {errors.length > 0 && (
        <p>Mend {errors.length === 1 ? "it" : "them"} here, or in an editor of your own: this page follows.</p>
      )}
      <ProblemList problems={problems} address={address} known={paths} />
      {paths.length > 0 && (
        <ul className="tabs" aria-label="Files of the case">
          {paths.map((path) => (
            <li key={path}>
              <button
                type="button"
                data-item={path}
                aria-current={path === shown ? "true" : undefined}
                onClick={() => address.set({ file: path, line: null })}
              >
                {path}
              </button>
            </li>
          ))}
        </ul>
      )}
      {files && shown !== undefined && (
        <Editor
          key={shown}
          files={files}
          path={shown}
          line={Number(address.get("line") ?? 0)}
          readOnly={address.get("reader") !== null}
        />
      )}
    </>
  );
}

function ProblemList(props: {
  readonly problems: readonly Problem[];
  readonly address: ReturnType<typeof useAddress>;
  readonly known: readonly string[];
}): ReactNode {
  const { problems, address, known } = props;
  if (problems.length === 0) return null;
  return (
    <ul className="problems">
      {problems.map(({ place: { file, line, column }, message, severity }) => (
        <li key={`${file}:${line}:${column} ${message}`} className={severity}>
          {known.includes(file) ? (
            <button type="button" data-item={file} onClick={() => address.set({ file, line: `${line}` })}>
              {file}:{line}:{column}
            </button>
          ) : (
            <strong>{file}</strong>
          )}{" "}
          {severity === "warning" && "warning: "}
          {message}
        </li>
      ))}
    </ul>
  );
}

interface EditorProps {
  readonly files: CaseFiles;
  readonly path: string;
  /** From 1; 0: none. */
  readonly line: number;
  readonly readOnly: boolean;
}

function Editor({ files, path, line, readOnly }: EditorProps): ReactNode {
  const client = useQueryClient();
  const address = useAddress(files.id);
  const stored = files.files.find((file) => file.path === path)?.text ?? "";
  // A text field knows one kind of line end; the file's own are put back.
  const there = stored.replaceAll("\r\n", "\n");
  const withEnds = (typed: string) => (stored.includes("\r\n") ? typed.replaceAll("\n", "\r\n") : typed);
  const [draft, setDraft] = useDraft(files.id, path);
  const [failed, setFailed] = useState<Extract<Saved, { kind: "failed" | "conflict" }> | null>(null);
  const text = draft?.text ?? there;
  const area = useLine(line, text);
  const changed = draft !== null && draft.text !== there;
  const others = files.files.filter((file) => file.path !== path);
  const checked = useLatest(`${files.revision} ${text}`, changed ? [...others, { path, text }] : null, (all) =>
    work.open(all),
  );
  const problems = (changed ? (checked.value?.problems ?? []) : []).filter(({ place }) => place.file === path);
  const write = async (base: string | null) => {
    const done = await save(client, files, {
      what: `${path}, as text`,
      files: [{ file: path, base, text: withEnds(text) }],
    });
    if (done.kind !== "saved") return setFailed(done);
    setFailed(null);
    // What was typed while it was being written stays, now as made from what was written.
    const typed = area.current?.value ?? text;
    setDraft(typed === text ? null : { text: typed, base: await work.digestOf(withEnds(text)) });
    say(`${path} is saved.`);
  };
  return (
    <div className="editor">
      <textarea
        ref={area}
        aria-label={path}
        value={text}
        readOnly={readOnly}
        spellCheck={false}
        rows={28}
        wrap="off"
        onChange={({ target: { value } }) => setDraft({ text: value, base: draft?.base ?? baseOf(files, path) })}
        onKeyDown={(event) => {
          if (event.key.toLowerCase() !== "s" || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          if (changed) void write(draft.base);
        }}
      />
      <p className="row">
        <button type="button" disabled={!changed || readOnly} onClick={() => void write(draft?.base ?? null)}>
          Save (Ctrl+S)
        </button>
        {changed && (
          <button type="button" className="quiet" onClick={() => setDraft(null)}>
            Drop what is not saved
          </button>
        )}
        <span className="note">
          {readOnly
            ? "Seen by another: nothing can be written."
            : changed
              ? "Not saved yet; kept in this browser until it is."
              : "As it stands on the disk."}
        </span>
      </p>
      {changed && <ProblemList problems={problems} address={address} known={[path]} />}
      {failed?.kind === "failed" && (
        <p className="alert" role="alert">
          {failed.reasons.join(" ")}
        </p>
      )}
      {failed?.kind === "conflict" && (
        <Conflict
          file={failed.file}
          mine={text}
          theirs={failed.now}
          onClose={() => setFailed(null)}
          onMine={() => {
            setFailed(null);
            void write(baseOf(files, path));
          }}
          onTheirs={() => {
            setFailed(null);
            setDraft(null);
          }}
        />
      )}
    </div>
  );
}

/** Puts the cursor where a problem is. */
function useLine(line: number, text: string): React.RefObject<HTMLTextAreaElement | null> {
  const area = useRef<HTMLTextAreaElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each line that is asked for, not while one types
  useEffect(() => {
    if (!area.current || line < 1) return;
    const before =
      text
        .split("\n")
        .slice(0, line - 1)
        .join("\n").length + (line > 1 ? 1 : 0);
    const end = text.indexOf("\n", before);
    area.current.focus();
    area.current.setSelectionRange(before, end < 0 ? text.length : end);
    const height = area.current.scrollHeight / Math.max(1, text.split("\n").length);
    area.current.scrollTop = Math.max(0, (line - 6) * height);
  }, [line]);
  return area;
}
