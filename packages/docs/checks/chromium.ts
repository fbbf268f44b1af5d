/**
 * A real Chromium for checks and tests. It reaches 127.0.0.1 and no other host.
 *
 * CHROME_PATH names the browser. Without it, Linux x64 runs the one in @sparticuz/chromium, which
 * includes the libraries and fonts it needs, so that a bare machine without root is enough; only a
 * monospace font is missing there, and a package of its own has one. Everywhere else the installed
 * Chrome runs.
 */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { inflate } from "@sparticuz/chromium";
import { type Browser, chromium, type LaunchOptions } from "playwright-core";

const offline = [
  "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-gpu",
  "--disable-quic",
  "--disable-sync",
  "--no-first-run",
];

/** Only ends what hangs: on a busy machine, a page needs more than Playwright's 30 s. */
const patience = 300_000;

/**
 * Starts the browser; the caller closes it.
 *
 * @example
 * const browser = await launchChromium();
 * const page = await browser.newPage();
 * await browser.close();
 *
 * @throws Error when there is no browser to start, saying how to get one.
 */
export async function launchChromium(): Promise<Browser> {
  const options = await findChromium();
  const launched = chromium.launch({ ...options, args: offline, timeout: patience });
  const browser = await launched.catch((cause) => {
    const advice = "Install Google Chrome, or set CHROME_PATH to a Chrome or Chromium executable.";
    throw new Error(`Chromium did not start. ${advice}`, { cause });
  });
  return browser.on("context", (context) => context.setDefaultTimeout(patience));
}

async function findChromium(): Promise<LaunchOptions> {
  const { CHROME_PATH } = process.env;
  if (CHROME_PATH) return { executablePath: CHROME_PATH };
  if (process.platform !== "linux" || process.arch !== "x64") return { channel: "chrome" };

  const home = await unpackChromium();
  const LD_LIBRARY_PATH = join(home, "al2023/lib");
  const FONTCONFIG_FILE = join(home, "fonts.conf");
  const env = { ...process.env, LD_LIBRARY_PATH, FONTCONFIG_FILE };
  return { executablePath: join(home, "chromium"), env };
}

/** Outlives the command, unlike the temporary folder that setup.mjs gives it. */
const cache = join(import.meta.dirname, "../../../node_modules/.cache");

/**
 * Unpacks the browser into a folder of its own below {@link cache} and returns that folder.
 *
 * The package would unpack into the temporary folder: there a second process starts the half-written
 * file of the first (https://github.com/Sparticuz/chromium/issues/507), and after an upgrade the old
 * browser still runs. So each version has a folder, filled under another name and then renamed.
 */
async function unpackChromium(): Promise<string> {
  const root = join(dirname(fileURLToPath(import.meta.resolve("@sparticuz/chromium"))), "..");
  const monospace = dirname(
    fileURLToPath(import.meta.resolve("@expo-google-fonts/jetbrains-mono/package.json")),
  );
  const home = join(cache, `chromium-${versionIn(root)}-mono-${versionIn(monospace)}`);
  if (existsSync(home)) return home;

  mkdirSync(cache, { recursive: true });
  const partial = mkdtempSync(`${home}-`);
  try {
    await unpackInto(partial, join(root, "bin"));
    writeFileSync(join(partial, "fonts.conf"), fontsOf(home, monospace));
    renameSync(partial, home);
  } catch (error) {
    rmSync(partial, { recursive: true, force: true });
    // Another process was first and its folder is complete.
    if (!existsSync(home)) throw error;
  }
  return home;
}

const versionIn = (root: string): string =>
  JSON.parse(readFileSync(join(root, "package.json"), "utf8")).version;

/** Tells fontconfig where the fonts are, and which of them stands for which kind. */
const fontsOf = (home: string, monospace: string): string => `<fontconfig>
<dir>${home}/fonts</dir>
<dir>${monospace}</dir>
<cachedir>${home}/fonts-cache</cachedir>
<alias><family>monospace</family><prefer><family>JetBrains Mono</family></prefer></alias>
<match><edit name="family" mode="append_last"><string>Open Sans</string></edit></match>
</fontconfig>
`;

/** `inflate` writes below TMPDIR, which it reads before it returns its promise. */
function unpackInto(folder: string, archives: string): Promise<string[]> {
  const { TMPDIR } = process.env;
  process.env.TMPDIR = folder;
  const names = ["chromium.br", "al2023.tar.br", "fonts.tar.br"];
  const unpacking = names.map((name) => inflate(join(archives, name)));
  if (TMPDIR === undefined) delete process.env.TMPDIR;
  else process.env.TMPDIR = TMPDIR;
  return Promise.all(unpacking);
}
