import ts from "typescript";

/** A doc comment. */
export interface Comment {
  text: string;
  /** `@param`, `@throws`, `@example` and `@default`, each with its text. */
  tags: { name: string; text: string }[];
}

export function commentOf(node: ts.Node): Comment {
  const documentation = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1);
  return {
    text: ts.getTextOfJSDocComment(documentation?.comment)?.trim() ?? "",
    tags: (documentation?.tags ?? []).map((tag) => ({
      name: tag.tagName.text,
      // The parser splits off a first word or brace; the source has the whole text.
      text: tag
        .getText()
        .replace(/^@\w+ ?/, "")
        .replace(/\n\s*\* ?/g, "\n")
        .replace(/[\s*]+$/, "")
        .trim(),
    })),
  };
}

/** Whether something is exported for other files of its package alone. */
export const isInternal = (node: ts.Node): boolean =>
  commentOf(node).tags.some(({ name }) => name === "internal");
