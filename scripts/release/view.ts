/** Asks the registry that pnpm publishes to about a package. */
import { run } from "@partner-center/lib/run";

/** What pnpm says of a package or version that is not there, or not yet: an upload may be half done. */
const lacking = /ERR_PNPM_(FETCH_404|NO_VERSIONS|PACKAGE_NOT_FOUND)/;

/**
 * What it has of a field; undefined when it lacks the package or version.
 *
 * @param name of a package, or of a version, such as `@acme/types@1.0.0`
 * @throws when the registry refuses or can't be reached
 */
export async function view(name: string, field: string): Promise<unknown> {
  try {
    const printed = await run("pnpm", ["view", name, field, "--json"], { capture: true });
    return JSON.parse(printed.slice(printed.search(/^["{]/m)));
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    if (lacking.test(message)) return undefined;
    throw new Error(
      `The registry does not tell the ${field} of ${name}. When it responds again, run the same command again.\n${message}`,
      { cause },
    );
  }
}
