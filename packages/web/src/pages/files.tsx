// The files themselves, for what no page edits yet and for what is broken: checked while one types, written as a whole.
import { useWords } from "@parley/charts";
import type { Problem } from "@parley/core/internal";
import { useQueryClient } from "@tanstack/react-query";
import type { CaseFiles } from "parley/contract";
import { type ReactNode, useContext, useEffect, useRef, useState } from "react";
import { useAddress } from "../address.js";
import { MaybeCase, save } from "../case-view.js";
import { say } from "../controls/toast.js";
import { draftsOf, useDraft } from "../draft.js";
import { Conflict } from "../parts/conflict.js";
import { baseOf, type Saved } from "../saving.js";
import { useLatest, work } from "../work.js";
import { fileShown, lineEnds, lineSpan } from "./files-shown.js";

export interface BrokenCase {
  readonly id: string;
  readonly files: CaseFiles | null;
  readonly problems: readonly Problem[];
}

/** `broken`: a case that cannot be used; without it, the case around this page. */
export function Files({ broken }: { readonly broken?: BrokenCase }): ReactNode {
  const { shell, pages } = useWords();
  const words = pages.files;
  const view = useContext(MaybeCase);
  const id = broken?.id ?? view?.id ?? "";
  const files = broken?.files ?? view?.files ?? null;
  const address = useAddress(id);
  const problems = broken?.problems ?? view?.problems ?? [];
  const errors = problems.filter(({ severity }) => severity === "error");
  const there = (files?.files ?? []).map(({ path }) => path);
  const paths = [...there, ...draftsOf(id).filter((path) => !there.includes(path))];
  const shown = fileShown(paths, address.get("file"), errors);
  return (
    <>
      <h1>{errors.length > 0 ? words.problems(errors.length) : shell.pages.files}</h1>
      {errors.length > 0 && <p>{words.mend(errors.length)}</p>}
      <ProblemList problems={problems} address={address} known={paths} />
      {paths.length > 0 && (
        <ul className="tabs" aria-label={words.tabs}>
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
  const words = useWords().pages.files;
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
          {severity === "warning" ? words.warning(message) : message}
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
  const words = useWords().pages.files;
  const client = useQueryClient();
  const address = useAddress(files.id);
  const stored = files.files.find((file) => file.path === path)?.text ?? "";
  const { shown: there, withEnds } = lineEnds(stored);
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
      what: words.asText(path),
      files: [{ file: path, base, text: withEnds(text) }],
    });
    if (done.kind !== "saved") return setFailed(done);
    setFailed(null);
    // What was typed while it was being written stays, now as made from what was written.
    const typed = area.current?.value ?? text;
    setDraft(typed === text ? null : { text: typed, base: await work.digestOf(withEnds(text)) });
    say(words.saved(path));
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
          {words.save}
        </button>
        {changed && (
          <button type="button" className="quiet" onClick={() => setDraft(null)}>
            {words.drop}
          </button>
        )}
        <span className="note">{words.state[readOnly ? "readOnly" : changed ? "changed" : "asStored"]}</span>
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
    const { start, end } = lineSpan(text, line);
    area.current.focus();
    area.current.setSelectionRange(start, end);
    const height = area.current.scrollHeight / Math.max(1, text.split("\n").length);
    area.current.scrollTop = Math.max(0, (line - 6) * height);
  }, [line]);
  return area;
}
