/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

/**
 * Counts the tests in vitest's JSON report. A file that could not be run at all counts as one failure.
 * @param {{ testResults: { status: string, assertionResults: { status: string }[] }[] }} report
 * @returns {Counts}
 */
export function countVitest(report) {
	const counts = { passed: 0, failed: 0, skipped: 0 };
	for (const file of report.testResults) {
		const failedBefore = counts.failed;
		for (const { status } of file.assertionResults) {
			if (status === "passed") counts.passed++;
			else if (status === "failed") counts.failed++;
			else counts.skipped++;
		}
		if (file.status === "failed" && counts.failed === failedBefore) counts.failed++;
	}
	return counts;
}

/**
 * Counts the tests in Playwright's JSON report. What went wrong outside a test, say in the set-up, counts as a failure each;
 * so does a test that passed only when tried again.
 * @param {{ stats: { expected: number, unexpected: number, flaky: number, skipped: number }, errors: unknown[] }} report
 * @returns {Counts}
 */
export function countPlaywright({ stats, errors }) {
	return { passed: stats.expected, failed: stats.unexpected + stats.flaky + errors.length, skipped: stats.skipped };
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function addUp(all) {
	const sum = { passed: 0, failed: 0, skipped: 0 };
	for (const { passed, failed, skipped } of all) {
		sum.passed += passed;
		sum.failed += failed;
		sum.skipped += skipped;
	}
	return sum;
}

/**
 * @param {Counts} counts
 * @returns {string} `12 passed, 0 failed`, and `, 1 skipped` only when some are
 */
export function describeCounts({ passed, failed, skipped }) {
	return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
}
