/**
 * How a changeset becomes a line of a changelog: its own words and nothing else, since the commit's
 * hash says nothing to the person who upgrades. Named in .changeset/config.json.
 */

interface Changeset {
  summary: string;
}

interface Dependency {
  name: string;
  newVersion: string;
}

function listItem(text: string): string {
  return `- ${text.trim().replaceAll("\n", "\n  ").replace(/ +$/gm, "")}`;
}

export default {
  getReleaseLine: (changeset: Changeset) => listItem(changeset.summary),
  getDependencyReleaseLine: (_changesets: unknown, dependencies: Dependency[]) =>
    dependencies.length === 0
      ? ""
      : listItem(
          `Needs ${dependencies.map(({ name, newVersion }) => `\`${name}\` ${newVersion}`).join(", ")}.`,
        ),
};
