/** As much of the DOM as is used here: the real types would bring the browser's globals into Node. */
export interface PageNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly textContent: string | null;
  readonly firstChild: PageNode | null;
  readonly nextSibling: PageNode | null;
  readonly parentNode: PageNode | null;
  getAttribute(name: string): string | null;
}

export interface Page {
  readonly documentElement: PageNode;
  readonly body: PageNode;
  querySelectorAll(selector: string): Iterable<PageNode>;
}

export const ELEMENT = 1;
export const TEXT = 3;
