// Every component and every chart in its states, to be looked at and compared: nothing here is anybody's case.
import {
  bargainingMapChart,
  type Chart,
  danceOfOffers,
  detectionByEffort,
  exposureAgainstTime,
  FiguresTable,
  givesAndGets,
  goalTracks,
  keptInTime,
  positionDrift,
  readings,
  rehearsedClass,
  rehearsedDance,
  roadInTime,
  stocksInTime,
  stylesAgainstStyles,
  stylesCopied,
  useWords,
  verdicts,
} from "@parley/charts";
import { Pencil, Plus } from "lucide-react";
import { type ReactNode, useState } from "react";
import { Field } from "../controls/field.js";
import { Menu } from "../controls/menu.js";
import { OptionPicker } from "../controls/option-picker.js";
import { Select } from "../controls/select.js";
import { ShownParts } from "../controls/shown-parts.js";
import { say } from "../controls/toast.js";
import { EmptyPage } from "../parts/empty-page.js";
import { Picture } from "../parts/picture.js";
import { Waiting } from "../parts/waiting.js";
import { useSamples } from "../samples.js";
import { inOtherNames, NAMES, type NameState } from "./gallery-names.js";

const CHARTS: readonly Chart<never>[] = [
  verdicts,
  goalTracks,
  givesAndGets,
  bargainingMapChart,
  danceOfOffers,
  positionDrift,
  roadInTime,
  exposureAgainstTime,
  detectionByEffort,
  stocksInTime,
  readings,
  keptInTime,
  rehearsedDance,
  rehearsedClass,
  stylesAgainstStyles,
  stylesCopied,
];

export function Gallery(): ReactNode {
  return (
    <main className="gallery">
      <Buttons />
      <Fields />
      <Choices />
      <Messages />
      <Tables />
      <EmptyOnes />
      {CHARTS.map((chart) => (
        <ChartStates key={chart.name} chart={chart} />
      ))}
    </main>
  );
}

interface PartProps {
  readonly name: string;
  readonly children: ReactNode;
}

/** By its name it is found by what compares the pictures. */
const Part = ({ name, children }: PartProps): ReactNode => (
  <section data-part={name} aria-label={name}>
    <h2>{name}</h2>
    {children}
  </section>
);

function Buttons(): ReactNode {
  const { editing, shell } = useWords();
  return (
    <Part name="buttons">
      <p className="row">
        <button type="button">{editing.putOnRecord}</button>
        <button type="button" className="primary">
          {editing.putOnRecord}
        </button>
        <button type="button" disabled>
          {editing.putOnRecord}
        </button>
        <button type="button" className="quiet">
          {editing.again}
        </button>
        <button type="button" className="with-icon">
          <Plus size={16} aria-hidden="true" /> {shell.edit}
        </button>
        <button type="button" className="quiet icon" aria-label={shell.edit}>
          <Pencil size={16} aria-hidden="true" />
        </button>
        <Menu label={shell.edit} entries={[{ id: "again", text: editing.again, act: () => say(editing.again) }]} />
      </p>
    </Part>
  );
}

function Fields(): ReactNode {
  const { shell } = useWords();
  return (
    <Part name="fields">
      <div className="fields">
        {[shell.name, NAMES.long, NAMES["right-to-left"]].map((text) => (
          <Field key={text} label={shell.find.title} value={text} onCommit={() => undefined} />
        ))}
        <label>
          {shell.find.title}
          <input placeholder={shell.find.placeholder} />
        </label>
        <label>
          {shell.find.title}
          <input disabled value={shell.name} />
        </label>
      </div>
    </Part>
  );
}

function Choices(): ReactNode {
  const { pages, shell } = useWords();
  const [shown, setShown] = useState<"package" | "map">("package");
  const [option, setOption] = useState("a");
  const { parts } = pages.bargaining;
  const options = [shell.name, NAMES.long, NAMES["right-to-left"]].map((text, place) => ({
    id: "abc".charAt(place),
    text,
    content: text,
  }));
  return (
    <Part name="choices">
      <ShownParts
        label={parts.label}
        parts={[
          { id: "package", text: parts.package },
          { id: "map", text: parts.map },
        ]}
        shown={shown}
        onShow={setShown}
      />
      <p className="row">
        <Select label={shell.edit} value={option} onChoose={setOption}>
          {options.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </Select>
      </p>
      <OptionPicker
        label={shell.edit}
        value={option}
        shown={options.find(({ id }) => id === option)?.text}
        options={options}
        onChoose={setOption}
      />
    </Part>
  );
}

function Messages(): ReactNode {
  const { shell, editing } = useWords();
  return (
    <Part name="messages">
      <p className="alert" role="alert">
        {shell.noAnswer}
      </p>
      <Waiting share={0.4} />
      <Waiting share={0} failure={editing.takeAway.refused} />
      <p className="stale">{shell.weighing}</p>
      <p className="note">{editing.forExample}</p>
    </Part>
  );
}

function Tables(): ReactNode {
  const { shell, pages } = useWords();
  const names = [shell.name, NAMES.long, NAMES["right-to-left"]];
  return (
    <Part name="tables">
      <FiguresTable caption={shell.name} head={[shell.name, pages.cases.heading]} rows={[]} />
      <FiguresTable
        caption={shell.name}
        head={[shell.name, pages.cases.heading, shell.edit]}
        rows={names.map((name, place) => [name, `${place * 1234.5}`, shell.weighing])}
      />
    </Part>
  );
}

function EmptyOnes(): ReactNode {
  const { pages } = useWords();
  return (
    <Part name="empty">
      <EmptyPage chart={goalTracks} heading={pages.roadmap.none} reasons={[pages.roadmap.whatItTakes]}>
        <button type="button" className="primary">
          {pages.roadmap.add}
        </button>
      </EmptyPage>
    </Part>
  );
}

const STATES: readonly NameState[] = ["many", "long", "right-to-left"];

/** A function is in no sample. */
const optionName = (_: string, id: string): string => id;

/** A chart as it is, and with names that are long or run from right to left. */
function ChartStates({ chart }: { readonly chart: Chart<never> }): ReactNode {
  const sample = useSamples()?.[chart.name];
  if (!sample) return null;
  return (
    <Part name={chart.name}>
      <div className="multiples">
        {STATES.map((state) => (
          <div key={state}>
            <p className="note">{state}</p>
            <Picture
              chart={chart}
              of={Object.assign({ optionName }, inOtherNames(sample, state))}
              id={`${chart.name}-${state}`}
            />
          </div>
        ))}
      </div>
    </Part>
  );
}
