/**
 * Nothing but drawing: no updates, no reports, no sound, and no name that leads off this machine. Letters keep the
 * widths that their typeface gives them: a browser without a window rounds them to a screen's pixels, even in a PDF.
 */
const quiet = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-gpu',
  '--disable-sync',
  '--font-render-hinting=none',
  '--mute-audio',
  '--no-default-browser-check',
  '--no-first-run',
  '--no-pings',
  '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
]

/** What Playwright gives its browsers, too, where it matters for drawing: windows behind others are drawn, colours are those of the web. */
const drawing = [
  '--disable-background-timer-throttling',
  '--disable-backgrounding-occluded-windows',
  '--disable-breakpad',
  '--disable-default-apps',
  '--disable-dev-shm-usage',
  '--disable-extensions',
  '--disable-renderer-backgrounding',
  '--disable-search-engine-choice-screen',
  '--disable-stack-profiler',
  // On Windows a browser may start itself anew otherwise, and lose its pipes.
  '--do-not-de-elevate',
  '--edge-skip-compat-layer-relaunch',
  '--force-color-profile=srgb',
  '--hide-scrollbars',
  '--password-store=basic',
  '--use-mock-keychain',
]

/** Chromium's sandbox refuses to start as root. */
const asRoot = (): readonly string[] => (process.getuid?.() === 0 ? ['--no-sandbox'] : [])

/** For a browser that Playwright starts. */
export const quietFlags = (): string[] => [...quiet, ...asRoot()]

/** For one of our own; as with Playwright's, many machines cannot start its sandbox, and it sees only our own pages. */
export const ownFlags = (): string[] => [...new Set([...quietFlags(), ...drawing, '--no-sandbox'])]
