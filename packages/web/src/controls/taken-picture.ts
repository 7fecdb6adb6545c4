// A chart of the page as a file of its own: an SVG that needs no style sheet, or a PNG, always in the light theme.
import { light, variablesOf } from "@parley/charts";

/** What is taken over from the page's style into the file. */
const STYLES = [
  "fill",
  "fill-opacity",
  "stroke",
  "stroke-width",
  "stroke-dasharray",
  "stroke-linejoin",
  "opacity",
  "paint-order",
  "font-size",
  "font-weight",
] as const;

/** The first of them that a reader's machine has. */
const FONTS = ["Inter", "Helvetica", "Arial", "sans-serif"].join(", ");

/** Outside of what is seen, so that its style can be read. */
function asInLight(drawing: SVGSVGElement): SVGSVGElement {
  const host = document.createElement("div");
  for (const [name, colour] of variablesOf(light)) host.style.setProperty(name, colour);
  host.style.position = "absolute";
  host.style.left = "-10000px";
  const copy = drawing.cloneNode(true) as SVGSVGElement;
  host.append(copy);
  document.body.append(host);
  // All are read before the first loses its class, which those within it are styled by.
  const styled = [copy, ...copy.querySelectorAll("*")].map((element) => {
    const style = getComputedStyle(element);
    return [element, STYLES.map((name) => [name, style.getPropertyValue(name)] as const)] as const;
  });
  for (const [element, values] of styled) {
    for (const [name, value] of values) if (value !== "") element.setAttribute(name, value);
    element.removeAttribute("class");
  }
  host.remove();
  copy.setAttribute("font-family", FONTS);
  return copy;
}

/** The whole text of an SVG file. */
export function svgOf(drawing: SVGSVGElement): string {
  const copy = asInLight(drawing);
  const { width, height } = drawing.viewBox.baseVal;
  const ground = document.createElementNS("http://www.w3.org/2000/svg", "rect");
  ground.setAttribute("width", `${width}`);
  ground.setAttribute("height", `${height}`);
  ground.setAttribute("fill", light.paper);
  copy.prepend(ground);
  return new XMLSerializer().serializeToString(copy);
}

/** Pixels of the file for each of the picture. */
const SHARPNESS = 2;

/** @throws where the browser cannot draw it */
export async function pngOf(drawing: SVGSVGElement): Promise<Blob> {
  const { width, height } = drawing.viewBox.baseVal;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svgOf(drawing))}`;
  await image.decode();
  const canvas = document.createElement("canvas");
  canvas.width = width * SHARPNESS;
  canvas.height = height * SHARPNESS;
  canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return await new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new TypeError())), "image/png");
  });
}

/** Has the browser save a file under a name. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser has taken it by the next turn.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
