/** Names that addresses of the reference end in: of properties, values, parameters, examples. */

/** Ids that the frame and the sections of every page have. A property may be called the same. */
const reserved =
  /^(content|menu|menu-.*|members|values|alternatives|inherited|used-by|body|request|authorization|in-\w+|responses?|shape|sample-.*)$/;

/**
 * The anchor of what is inside a page: `totalPrice`, `address.city`, `prices.*.amount`. It depends on
 * names alone, so that other pages know it too.
 */
export function anchorOf(path: readonly string[]): string {
  const anchor = path.join(".").replace(/[^\p{L}\p{N}_.$@*:-]/gu, "_") || "_";
  return reserved.test(anchor) ? `${anchor}~` : anchor;
}

/** The anchors that a page has given away: no two of its parts get the same. */
export class Anchors {
  readonly #taken = new Set<string>();

  /** The anchor of something; with a number at its end when the page has that anchor already. */
  take(...path: string[]): string {
    const wanted = anchorOf(path);
    let anchor = wanted;
    for (let count = 2; this.#taken.has(anchor); count += 1) anchor = `${wanted}~${count}`;
    this.#taken.add(anchor);
    return anchor;
  }
}
