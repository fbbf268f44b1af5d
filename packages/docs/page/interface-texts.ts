/** The words of the interface. A language that lacks one does not compile. */
import { english, type InterfaceTexts } from "./english-texts.ts";
import type { Language } from "./languages.ts";
import { polish } from "./polish-texts.ts";

export type { InterfaceTexts } from "./english-texts.ts";

const texts: Readonly<Record<Language, InterfaceTexts>> = { en: english, pl: polish };

export const textsIn = (language: Language): InterfaceTexts => texts[language];
