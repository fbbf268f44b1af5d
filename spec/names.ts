/** Names in TypeScript for what the contract names. */

/** The words of a name: `line-items`, `line.items` and `$line_items` have the same two. */
const wordsOf = (name: string): string[] => name.split(/[^A-Za-z0-9]+/).filter(Boolean);

const capitalise = (word: string): string => `${word[0]?.toUpperCase()}${word.slice(1)}`;

/** The name of a type: `getOrder` → `GetOrder`, `line-item` → `LineItem`. */
export function typeNameOf(name: string): string {
  return wordsOf(name).map(capitalise).join("");
}

/** The name of an argument: `customer_id` → `customerId`, `MS-CV` → `msCv`, `$filter` → `filter`. */
export function argumentNameOf(name: string): string {
  const words = wordsOf(name).map((word) => (/[a-z]/.test(word) ? word : word.toLowerCase()));
  const joined = words.map(capitalise).join("");
  return `${joined[0]?.toLowerCase() ?? ""}${joined.slice(1)}`;
}
