/** What a result of the search is, which its page and its place on that page say. */
import type { PageKind, SectionKind } from "../browser/search-index.ts";
import type { Page, Section } from "../page/page.ts";

export function kindOfPage({ group, path }: Page): PageKind {
  if (path.startsWith("reference/operations/")) return "operation";
  if (path.startsWith("reference/schemas/")) return "definition";
  if (path.startsWith("packages/")) return "package";
  if (group === "start" || group === "reference") return group;
  return group === "releases" && path !== "machines/" ? "release" : "guide";
}

/** Undefined where the kind of the page says enough. */
export function kindOfSection(page: Page, section: Section): SectionKind | undefined {
  const isEntry = section.frame === "entry";
  switch (kindOfPage(page)) {
    case "operation":
      if (isAfter(page, section, "responses")) return "response";
      return isEntry ? "parameter" : undefined;
    case "definition":
      if (!isEntry) return undefined;
      return isAfter(page, section, "values") ? "value" : "property";
    case "package":
      return isEntry ? "export" : undefined;
    case "guide":
      return /^\d{3}-\d+$/.test(section.id) ? "code" : undefined;
    default:
      return undefined;
  }
}

function isAfter({ sections }: Page, section: Section, id: string): boolean {
  const place = sections.findIndex((other) => other.id === id);
  return place >= 0 && sections.indexOf(section) > place;
}
