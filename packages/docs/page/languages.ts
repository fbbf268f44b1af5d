export type Language = "en" | "pl";

/** The pages of the first are at the root of the site. */
export const languages: readonly Language[] = ["en", "pl"];

export const languageNames: Readonly<Record<Language, string>> = { en: "English", pl: "Polski" };
