/** Draws the diagrams of content/diagrams/ as SVG. Colours come from the style sheet, by class. */
import { globSync, readFileSync } from "node:fs";
import { instance } from "@viz-js/viz";
import { parse } from "yaml";
import type { Language } from "../page/languages.ts";
import type { Embedded } from "../page/markdown.ts";

interface Diagram {
  arrows: Readonly<Record<string, readonly string[]>>;
  waitsFor: Readonly<Record<string, Waiting>>;
}

interface Waiting {
  statuses: readonly string[];
  caption: Readonly<Record<Language, string>>;
}

const folder = new URL("../content/diagrams/", import.meta.url);

/** The statuses that a diagram shows, in the order of its arrows. */
export const drawnStatuses = ({ arrows }: Diagram): string[] => [
  ...new Set(Object.entries(arrows).flat(2)),
];

export const readDiagram = (name: string): Diagram =>
  parse(readFileSync(new URL(`${name}.yaml`, folder), "utf8"));

export async function drawDiagrams(language: Language): Promise<Embedded["diagrams"]> {
  const viz = await instance();
  const names = globSync("*.yaml", { cwd: folder }).map((file) => file.replace(/\.yaml$/, ""));
  const drawings = names.map((name) => {
    const graph = graphOf(readDiagram(name), language);
    return [name, clean(viz.renderString(graph, { format: "svg" }))];
  });
  return Object.fromEntries(drawings);
}

function graphOf(diagram: Diagram, language: Language): string {
  const waiting = Object.entries(diagram.waitsFor);
  const nodes = drawnStatuses(diagram).map((status) => {
    const [name, found] = waiting.find(([, { statuses }]) => statuses.includes(status)) ?? [];
    const label = found ? `${status}\\n${found.caption[language]}` : status;
    return `${status} [label="${label}", class="${name ?? "nobody"}"]`;
  });
  const edges = Object.entries(diagram.arrows).flatMap(([from, all]) =>
    all.map((to) => `${from} -> ${to}`),
  );
  return `digraph {
    bgcolor=transparent; nodesep=0.2; ranksep=0.4; margin=0
    node [shape=box, style=rounded, fontname="sans-serif", fontsize=12, margin="0.22,0.08"]
    edge [arrowsize=0.7]
    ${[...nodes, ...edges].join("\n")}
  }`;
}

/** Keeps shapes and classes; drops colours, titles, and ids, which two drawings could share. */
function clean(svg: string): string {
  return svg
    .replace(/^.*?(?=<svg)/s, "")
    .replace(/<!--.*?-->|<title>.*?<\/title>/gs, "")
    .replace(/ (?:id|fill|stroke|font-family|font-size|xmlns:xlink)="[^"]*"/g, "")
    .replace(/ width="[^"]*" height="[^"]*"/, ' aria-hidden="true" focusable="false"')
    .replace(/\n/g, "");
}
