import type { WriteStream } from "node:tty";
import type { IngestResult } from "../../lib/ingest/run";
import type { IngestCounts } from "../../lib/ingest/types";

const BAR_COLUMNS = 24;
/** More of the same tells no more. */
const PROBLEMS_SHOWN = 5;
/** Where no terminal shows a bar, a line each so often. */
const LINE_EVERY_MS = 5_000;
const WRITE_OVER = "\r\x1b[2K";

/**
 * Says how a run goes: a bar that moves on a terminal, plain lines now and then elsewhere, and in the end what came of it.
 *
 * @param windows how many there are; with a single one, whose length nobody knows, papers are counted instead
 */
export function createReporter(stream: WriteStream, windows: number) {
	const startedAt = performance.now();
	const before = new Map<string, IngestCounts>();
	let saidAt = startedAt;
	const say = (line: string) => stream.write(`${stream.isTTY ? WRITE_OVER : ""}${line}\n`);

	return {
		show({ window, windowsDone, counts }: { window: string; windowsDone: number; counts: IngestCounts }): void {
			before.set(window, counts);
			const seen = [...before.values()].reduce((sum, each) => sum + each.seen, 0);
			const seconds = (performance.now() - startedAt) / 1000;
			const words = `${window}: ${seen} papers, ${Math.round(seen / seconds)} a second`;
			const shown = windows > 1 ? `${bar(windowsDone / windows)} ${words}` : words;
			if (stream.isTTY) stream.write(`${WRITE_OVER}${shown}`.slice(0, stream.columns + WRITE_OVER.length));
			else if (performance.now() - saidAt >= LINE_EVERY_MS) {
				saidAt = performance.now();
				say(windows > 1 ? `${windowsDone} of ${windows} done. ${words}` : words);
			}
		},

		/** Takes the bar away. */
		clear(): void {
			if (stream.isTTY) stream.write(WRITE_OVER);
		},

		end(result: IngestResult, dryRun: boolean): void {
			for (const { where, reason } of result.problems.slice(0, PROBLEMS_SHOWN)) say(`${where}: ${reason}`);
			if (result.failed > PROBLEMS_SHOWN) say(`… ${result.failed - PROBLEMS_SHOWN} more could not be taken`);
			for (const { window, reason } of result.errors) say(`${window} failed: ${reason}`);
			if (result.state === "busy") return void say("Another run of this source is at work. Nothing was done.");
			const { seen, new: fresh, changed, unchanged, failed } = result;
			const seconds = ((performance.now() - startedAt) / 1000).toFixed(1);
			say(
				`${dryRun ? "Dry run, nothing was written: " : ""}${seen} seen, ${fresh} new, ${changed} changed, ` +
					`${unchanged} unchanged, ${failed} failed, in ${seconds} s`,
			);
		},
	};
}

function bar(share: number): string {
	const filled = Math.round(share * BAR_COLUMNS);
	return `[${"#".repeat(filled)}${"-".repeat(BAR_COLUMNS - filled)}]`;
}
