export type Language = "en" | "pl";

/** The first is the site's own: its pages stand at the root. */
export const languages: readonly Language[] = ["en", "pl"];

export const languageNames: Readonly<Record<Language, string>> = { en: "English", pl: "Polski" };
