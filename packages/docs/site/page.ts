import type { Html } from "./html.ts";
import type { Language } from "./languages.ts";

/** The menu's sections, in this order. */
export const groups = ["start", "guides", "reference", "packages", "releases"] as const;
export type Group = (typeof groups)[number];

/** One page of the site, in one language. */
export interface Page {
  language: Language;
  /** From the root of its language, with a slash at its end; the start page's is empty. */
  path: string;
  title: string;
  /** The name in the menu. */
  label: string;
  /** One sentence for search engines and llms.txt. */
  description: string;
  group: Group;
  /** Below which page of the menu it stands. */
  parent?: string;
  /** Words that readers search by and that the page does not hold. */
  keywords?: string;
  /** What stands below the title. Its addresses are those of addresses.ts. */
  body: Html;
  /** May send requests to an address that the reader types. */
  connects?: boolean;
}
