/**
 * The same call in several languages: made from a template, unless samples/ has a file for the
 * operation, such as samples/getOrder/python.py.
 */
import { existsSync } from "node:fs";
import type { CodeSample } from "@partner-center/spec";
import { codeBlock } from "../../page/highlight.ts";
import type { Html } from "../../page/html.ts";
import { readSample, samplesFolder } from "../../page/read-sample.ts";
import { tabs } from "../../page/tabs.ts";
import type { SampleCall } from "./sample-call.ts";
import { csharp, curl, fetchTemplate, python, typescript } from "./templates.ts";

/** In the order in which a page shows them. */
export const samples = [
  { id: "curl", label: "curl", file: "curl.sh", language: "sh", lang: "Shell", template: curl },
  {
    id: "typescript",
    label: "TypeScript",
    file: "client.ts",
    language: "ts",
    lang: "TypeScript",
    template: typescript,
  },
  {
    id: "fetch",
    label: "fetch",
    file: "fetch.ts",
    language: "ts",
    lang: "JavaScript",
    template: fetchTemplate,
  },
  {
    id: "python",
    label: "Python",
    file: "python.py",
    language: "py",
    lang: "Python",
    template: python,
  },
  { id: "csharp", label: "C#", file: "csharp.cs", language: "cs", lang: "C#", template: csharp },
] as const;

/** Those that a site has: without our client none that calls it. */
const shown = (hasClient: boolean) => samples.filter(({ id }) => hasClient || id !== "typescript");

/** A file of our own, or else what the template makes. */
function codeOf({ file, template }: (typeof samples)[number], call: SampleCall): string {
  const own = `${call.name}/${file}`;
  return existsSync(new URL(own, samplesFolder)) ? readSample(own) : template(call);
}

/**
 * All samples of a call, to choose from.
 *
 * @param heading the anchor of the heading above them
 */
export function sampleTabs(call: SampleCall, hasClient: boolean, heading: string): Html {
  const choices = shown(hasClient).map((sample) => ({
    value: sample.id,
    label: sample.label,
    body: codeBlock(codeOf(sample, call), sample.language, sample.file),
    id: `sample-${sample.id}`,
  }));
  return tabs("language", heading, choices);
}

/** The same for other tools: Redoc, Scalar and others show `x-codeSamples` of a contract. */
export const codeSamples = (call: SampleCall, hasClient: boolean): CodeSample[] =>
  shown(hasClient).map((sample) => ({
    lang: sample.lang,
    label: sample.label,
    source: codeOf(sample, call),
  }));
