export { EnvironmentFailure, browserWays, type EnvironmentCode } from './failure.ts'
export { launchBrowser } from './launch.ts'
export { findBrowser, findBrowsers, type FoundBrowser } from '../../setup/find-browser.mjs'
