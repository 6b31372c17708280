import type { RecordPage } from "@/lib/ingest/sources/records";
import type { SourcePage } from "@/lib/ingest/sources/types";

/** All pages of a source as one, and how many there were. */
export async function collect(pages: AsyncIterable<SourcePage>): Promise<SourcePage & { pages: number }> {
	const all: SourcePage & { pages: number } = { papers: [], problems: [], failed: 0, pages: 0 };
	for await (const { papers, problems, failed } of pages) {
		all.papers.push(...papers);
		all.problems.push(...problems);
		all.failed += failed;
		all.pages += 1;
	}
	return all;
}

/** All pages of a file of records as one. */
export async function collectRecords<Value>(pages: AsyncIterable<RecordPage<Value>>): Promise<RecordPage<Value>> {
	const all: RecordPage<Value> = { records: [], problems: [], failed: 0 };
	for await (const { records, problems, failed } of pages) {
		all.records.push(...records);
		all.problems.push(...problems);
		all.failed += failed;
	}
	return all;
}
