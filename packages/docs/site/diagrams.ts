/** Draws the diagrams of the guides as SVG. Colours come from the style sheet, by class. */
import { instance } from "@viz-js/viz";
import type { Language } from "./languages.ts";
import type { Diagrams } from "./markdown.ts";

/**
 * How statuses follow one another. The vendor explains each status; the arrows are our reading of
 * those explanations.
 */
const orderLife: readonly [from: string, to: string][] = [
  ["pending", "completed"],
  ["pending", "partial_success"],
  ["pending", "error"],
  ["pending", "pending_review"],
  ["pending", "pending_po_upload"],
  ["pending_review", "completed"],
  ["pending_po_upload", "po_upload_complete"],
  ["po_upload_complete", "completed"],
  ["po_upload_complete", "po_review_rejected"],
  ["completed", "suspended"],
  ["completed", "cancelled"],
];

type Waiting = "microsoft" | "partner" | "nobody";

const waitsFor: Readonly<Record<string, Waiting>> = {
  pending: "microsoft",
  pending_review: "microsoft",
  po_upload_complete: "microsoft",
  pending_po_upload: "partner",
};

const captions: Readonly<Record<Language, Readonly<Record<Waiting, string>>>> = {
  en: { microsoft: "wait for Microsoft", partner: "your turn", nobody: "" },
  pl: { microsoft: "czekaj na Microsoft", partner: "twój ruch", nobody: "" },
};

/** The statuses that the diagram of an order's life shows; a test compares them with the contract. */
export const drawnStatuses: readonly string[] = [...new Set(orderLife.flat())];

export async function drawDiagrams(language: Language): Promise<Diagrams> {
  const viz = await instance();
  const draw = (graph: string) => clean(viz.renderString(graph, { format: "svg" }));
  return { "order-life": draw(orderLifeGraph(language)) };
}

function orderLifeGraph(language: Language): string {
  const nodes = drawnStatuses.map((status) => {
    const waiting = waitsFor[status] ?? "nobody";
    const caption = captions[language][waiting];
    const label = caption ? `${status}\\n${caption}` : status;
    return `${status} [label="${label}", class="${waiting}"]`;
  });
  const edges = orderLife.map(([from, to]) => `${from} -> ${to}`);
  return `digraph {
    bgcolor=transparent; nodesep=0.2; ranksep=0.4; margin=0
    node [shape=box, style=rounded, fontname="sans-serif", fontsize=12, margin="0.22,0.08"]
    edge [arrowsize=0.7]
    ${[...nodes, ...edges].join("\n")}
  }`;
}

/** Leaves shapes and classes: no colours, titles or ids, which another drawing may have as well. */
function clean(svg: string): string {
  return svg
    .replace(/^.*?(?=<svg)/s, "")
    .replace(/<!--.*?-->|<title>.*?<\/title>/gs, "")
    .replace(/ (?:id|fill|stroke|font-family|font-size|xmlns:xlink)="[^"]*"/g, "")
    .replace(/ width="[^"]*" height="[^"]*"/, ' aria-hidden="true" focusable="false"')
    .replace(/\n/g, "");
}
