/** Files of the site: their content by their path from the site's root. */
export type Files = Record<string, string>;
