import { defineConfig } from '@playwright/test';
import { browserArguments, installedBrowser } from './scripts/browser.mjs';

// `npm test` sets both; without them a person can run `playwright test` by itself.
const executablePath = installedBrowser();
const reportFile = process.env.PLAYWRIGHT_JSON_OUTPUT_FILE;

export default defineConfig({
  testDir: 'tests/browser',
  outputDir: 'test-results',
  snapshotPathTemplate: 'tests/snapshots/{testFileName}/{arg}{ext}',
  // A picture that is missing is a failure, not a new truth: `--update-snapshots` makes it one.
  updateSnapshots: 'none',
  forbidOnly: true,
  fullyParallel: true,
  retries: 0,
  workers: 3, // most of a test is waiting for rest, even on two cores
  timeout: 60_000,
  reporter: reportFile ? [['list'], ['json', { outputFile: reportFile }]] : [['list']],
  use: {
    browserName: 'chromium',
    trace: 'off',
    launchOptions: {
      args: browserArguments(),
      ...(executablePath ? { executablePath } : {}),
    },
  },
});
