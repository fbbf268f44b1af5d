/** What somebody has to do once before the workflow can publish: npm trusts it per existing package. */
import { readTags } from "./dist-tags.ts";
import { isPrivate } from "./provenance.ts";
import type { Publishing } from "./publishing.ts";

/** The workflow that publishes, and its environment: npm asks for both by these names. */
const workflow = { file: "release.yml", environment: "npm" };

/** Of these packages, those that the registry that pnpm publishes to does not have. */
export async function findMissing(names: string[]): Promise<string[]> {
  const tags = await Promise.all(names.map(readTags));
  return names.filter((_, at) => Object.keys(tags[at] ?? {}).length === 0);
}

/**
 * The steps as text, each with its commands.
 *
 * @param names all packages
 * @param missing those that the registry lacks
 */
export function firstSteps(publishing: Publishing, names: string[], missing: string[]): string {
  return isPrivate(publishing) ? privateSteps(publishing) : publicSteps(publishing, names, missing);
}

function publicSteps({ scope, repository }: Publishing, names: string[], missing: string[]) {
  const publish = `npm trusts a publisher only for a package that exists, and it lacks:
  ${missing.join("\n  ")}

So the first version is published by somebody who may publish to ${scope}, with two-factor authentication,
in a clone of main after the release's pull request is merged:

  npm login
  npm run release -- publish

Then, once for each package, with npm 11.15 or newer:
`;
  const trusted = `The registry has ${names.join(", ")}.
npm has to trust the workflow with each, once; with npm 11.15 or newer:
`;
  return `${missing.length > 0 ? publish : trusted}
${names.map((name) => `  ${trustCommand(name, repository)}`).join("\n")}

and in the settings of each package on npmjs.com: require two-factor authentication and disallow tokens.
The repository needs the environment ${workflow.environment}. From then on ${workflow.file} publishes, with provenance
and without a token.`;
}

function trustCommand(name: string, repository = "https://github.com/OWNER/NAME"): string {
  const [owner, project] = new URL(repository).pathname.split("/").filter(Boolean);
  const { file, environment } = workflow;
  const claims = `--repo ${owner}/${project} --file ${file} --env ${environment}`;
  return `npm trust github ${name} ${claims} --allow-publish`;
}

function privateSteps({ registry, scope }: Publishing): string {
  return `${registry} takes a token instead of a trusted publisher, and gets no provenance.

1. There, make a token that may publish and install packages of ${scope}, and, if the registry wants
   that, the packages or their feed.
2. Save it as a secret of the repository's environment ${workflow.environment}:

  gh secret set NPM_TOKEN --env ${workflow.environment}

From then on ${workflow.file} publishes with it; the first release makes the packages. To publish from
a clone instead:

  npm login --registry=${registry} --scope=${scope}
  npm run release -- publish`;
}
