// One issue that a statement speaks to, and where it stands there: for an option, for a range of them, or against one.
import { useWords } from "@parley/charts";
import type { Case } from "@parley/core/internal";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import type { Standing } from "../attached.js";

interface StanceRowProps {
  readonly negotiation: Case;
  readonly own: Standing;
  /** Whether its option must be said. */
  readonly required: boolean;
  /** Which of its fields is asked for first. */
  readonly asked: "issue" | "option" | null;
  readonly onChange: (own: Standing) => void;
  /** Null where it is the only one. */
  readonly onRemove: (() => void) | null;
  readonly children?: ReactNode;
}

export function StanceRow(props: StanceRowProps): ReactNode {
  const { negotiation, own, required, asked, onChange, onRemove, children } = props;
  const { atHead, statements } = useWords();
  const words = statements.attach;
  const issue = negotiation.issues.find(({ id }) => id === own.issue);
  const isRange = own.stand === "for" && own.to !== "";
  return (
    <p className="row">
      <label>
        {words.issue}{" "}
        <select
          value={own.issue}
          // biome-ignore lint/a11y/noAutofocus: as above
          autoFocus={asked === "issue"}
          onChange={(event) => onChange({ ...own, issue: event.target.value, option: "", to: "" })}
        >
          <option value="">{words.noIssue}</option>
          {negotiation.issues.map(({ id, name }) => (
            <option key={id} value={id}>
              {atHead(name)}
            </option>
          ))}
        </select>
      </label>
      {issue && (
        <>
          <select
            aria-label={words.stand}
            value={own.stand === "against" ? "against" : isRange ? "range" : "for"}
            onChange={({ target: { value } }) =>
              onChange({
                ...own,
                stand: value === "against" ? "against" : "for",
                to: value === "range" ? (issue.options.at(-1)?.id ?? "") : "",
              })
            }
          >
            <option value="for">{words.standsFor}</option>
            <option value="against">{words.standsAgainst}</option>
            {issue.options.length > 2 && <option value="range">{words.standsBetween}</option>}
          </select>
          <OptionOf
            issue={issue}
            label={own.stand === "for" ? words.standsFor : words.standsAgainst}
            value={own.option}
            required={required}
            asked={asked === "option"}
            onChange={(option) => onChange({ ...own, option })}
          />
          {isRange && (
            <OptionOf
              issue={issue}
              label={words.upTo}
              value={own.to}
              required={required}
              onChange={(to) => onChange({ ...own, to })}
            />
          )}
        </>
      )}
      {onRemove && (
        <button
          type="button"
          className="quiet icon"
          aria-label={words.withoutIssue}
          title={words.withoutIssue}
          onClick={onRemove}
        >
          <X size={14} aria-hidden="true" />
        </button>
      )}
      {children}
    </p>
  );
}

interface OptionOfProps {
  /** Undefined while none is chosen. */
  readonly issue: Case["issues"][number] | undefined;
  readonly label: string;
  /** Empty while none is chosen. */
  readonly value: string;
  readonly required: boolean;
  readonly asked?: boolean;
  readonly onChange: (option: string) => void;
}

function OptionOf({ issue, label, value, required, asked = false, onChange }: OptionOfProps): ReactNode {
  return (
    <select
      aria-label={label}
      value={value}
      required={required}
      // biome-ignore lint/a11y/noAutofocus: the form was just opened by the person, and what is missing is asked for
      autoFocus={asked}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="" />
      {issue?.options.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </select>
  );
}

interface ConditionRowProps {
  readonly negotiation: Case;
  /** What it hangs on, in its words. */
  readonly words: string;
  /** Issues that the offer itself names. */
  readonly taken: readonly string[];
  readonly own: { readonly issue: string; readonly option: string } | null;
  readonly start: { readonly issue: string; readonly option: string };
  readonly onChange: (own: { readonly issue: string; readonly option: string } | null) => void;
}

/** What a statement hangs on: kept as evidence, or made an offer with that condition. */
export function ConditionRow({
  negotiation,
  words: hangsOn,
  taken,
  own,
  start,
  onChange,
}: ConditionRowProps): ReactNode {
  const { atHead, statements } = useWords();
  const words = statements.attach;
  const issue = negotiation.issues.find(({ id }) => id === own?.issue);
  return (
    <>
      <p className="note">{words.hangsOn(hangsOn)}</p>
      {own === null ? (
        <p className="row">
          <button type="button" onClick={() => onChange(start)}>
            {words.makeOffer}
          </button>
        </p>
      ) : (
        <p className="row">
          <label>
            {words.offeredIf}{" "}
            <select
              value={own.issue}
              required
              onChange={(event) => onChange({ issue: event.target.value, option: "" })}
            >
              <option value="" />
              {negotiation.issues
                .filter(({ id }) => !taken.includes(id))
                .map(({ id, name }) => (
                  <option key={id} value={id}>
                    {atHead(name)}
                  </option>
                ))}
            </select>
          </label>
          <OptionOf
            issue={issue}
            label={words.offeredIfOption}
            value={own.option}
            required
            onChange={(option) => onChange({ ...own, option })}
          />
          <button type="button" className="quiet" onClick={() => onChange(null)}>
            {words.noOffer}
          </button>
        </p>
      )}
    </>
  );
}
