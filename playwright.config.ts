import { defineConfig, devices } from "@playwright/test";

/** For a Chromium that runs as root in a container, and looks for nothing on a network. */
const CHROMIUM_FLAGS = [
	"--no-sandbox",
	"--disable-gpu",
	"--disable-quic",
	"--no-first-run",
	"--disable-background-networking",
	"--disable-component-update",
	"--disable-sync",
];

export default defineConfig({
	testDir: "tests/browser",
	outputDir: "test-results",
	// Each has a server and a database of its own, which its tests share. Much of the time they wait.
	workers: 2,
	// A test that passes only when tried again tells of a fault in it or in what it tests.
	retries: 0,
	forbidOnly: Boolean(process.env.CI),
	timeout: 60_000,
	expect: { timeout: 15_000 },
	use: {
		...devices["Desktop Chrome"],
		timezoneId: "UTC",
		// Recording each step takes a third of the time. `npx playwright test --trace on` does where a failure does not explain itself.
		trace: "off",
		screenshot: "only-on-failure",
		launchOptions: {
			args: CHROMIUM_FLAGS,
			// Set by `npm test`; without, Playwright looks for a Chromium of its own.
			...(process.env.CHROME_PATH && { executablePath: process.env.CHROME_PATH }),
		},
	},
});
