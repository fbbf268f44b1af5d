/** Draws plots as SVG that reads on light and dark pages. */
import { figureOf } from "./figures.ts";

const colours = [
  "#4477aa",
  "#cc6677",
  "#228833",
  "#aa7700",
  "#66a5c9",
  "#aa3377",
  "#888888",
  "#dd7733",
];
const style = `text { font: 12px system-ui, sans-serif; fill: #888 } .title { font-weight: 600 } line, path { fill: none }`;

export interface LinePlot {
  title: string;
  lines: { name: string; points: [x: number, y: number][] }[];
  /** What made the plot, to be written under it. */
  command: string;
}

/** Lines over two logarithmic scales: a slope of one is linear growth. */
export function plotLines({ title, lines, command }: LinePlot): string {
  const all = lines.flatMap(({ points }) => points);
  const xs = scale(
    all.map(([x]) => x),
    60,
    560,
  );
  const ys = scale(
    all.map(([, y]) => y),
    340,
    40,
  );
  const grid = [
    ...xs.ticks.map(
      (x) => `<text x="${xs.at(x)}" y="358" text-anchor="middle">${x.toLocaleString("en")}</text>`,
    ),
    ...ys.ticks.map(
      (y) =>
        `<line x1="60" x2="560" y1="${ys.at(y)}" y2="${ys.at(y)}" stroke="#8884"/><text x="54" y="${ys.at(y) + 4}" text-anchor="end">${y}</text>`,
    ),
  ];
  const drawn = lines.flatMap(({ name, points }, index) => {
    const colour = colours[index % colours.length];
    const path = points.map(([x, y]) => `${xs.at(x)},${ys.at(y)}`).join(" L");
    const y = 60 + index * 20;
    return [
      `<path d="M${path}" stroke="${colour}" stroke-width="2"/>`,
      ...points.map(
        ([px, py]) => `<circle cx="${xs.at(px)}" cy="${ys.at(py)}" r="3" fill="${colour}"/>`,
      ),
      `<line x1="580" x2="600" y1="${y}" y2="${y}" stroke="${colour}" stroke-width="3"/><text x="606" y="${y + 4}">${escapeXml(name)}</text>`,
    ];
  });
  return frame(720, 390, title, command, [...grid, ...drawn]);
}

export interface Bar {
  name: string;
  value: number;
  label: string;
  ours?: boolean;
}

export interface BarPlot {
  title: string;
  bars: Bar[];
  command: string;
}

/** The bar of several measurements: their median, told with so many digits after the point. */
export function medianBar(name: string, values: number[], digits: number, ours = true): Bar {
  const { median } = figureOf(values);
  return { name, value: median, label: median.toFixed(digits), ours };
}

/** One bar a thing, ours in a colour of its own. */
export function plotBars({ title, bars, command }: BarPlot): string {
  const largest = Math.max(...bars.map(({ value }) => value));
  const drawn = bars.flatMap(({ name, value, label, ours }, index) => {
    const y = 44 + index * 26;
    const width = Math.max(1, Math.round((value / largest) * 400));
    return [
      `<text x="190" y="${y + 13}" text-anchor="end">${escapeXml(name)}</text>`,
      `<rect x="200" y="${y}" width="${width}" height="18" fill="${colours[ours ? 1 : 0]}"/>`,
      `<text x="${206 + width}" y="${y + 13}">${escapeXml(label)}</text>`,
    ];
  });
  return frame(720, 76 + bars.length * 26, title, command, drawn);
}

function frame(
  width: number,
  height: number,
  title: string,
  command: string,
  parts: string[],
): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="${escapeXml(title)}">
<style>${style}</style>
<text class="title" x="12" y="22">${escapeXml(title)}</text>
${parts.join("\n")}
<text x="12" y="${height - 10}">${escapeXml(command)}</text>
</svg>
`;
}

/** A logarithmic scale from the powers of ten around the values. */
function scale(values: number[], from: number, to: number) {
  const low = Math.floor(Math.log10(Math.min(...values)));
  const high = Math.max(low + 1, Math.ceil(Math.log10(Math.max(...values))));
  return {
    ticks: Array.from({ length: high - low + 1 }, (_, index) => Number(`1e${low + index}`)),
    at: (value: number) =>
      Math.round(from + ((Math.log10(value) - low) / (high - low)) * (to - from)),
  };
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
