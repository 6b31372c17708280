import { expect, test } from "vitest";
import { readArguments } from "@/scripts/ingest/arguments";

const read = (line: string) =>
	readArguments(line.split(" ").filter(Boolean), { now: new Date("2026-06-08T12:00:00Z"), folder: "/home/reader" });
const windows = (line: string) => {
	const asked = read(line);
	return "error" in asked ? asked.error : asked.windows.map(({ name }) => name);
};

test.for([
	["--source huggingface --since 2026-06-06", ["2026-06-06", "2026-06-07", "2026-06-08"]],
	["--source huggingface --since 2026-06-01 --until 2026-06-01", ["2026-06-01"]],
	["--source arxiv --ids 2412.14093,hep-th/9901001", ["2 ids"]],
	["--source arxiv --categories cs.LG,cs.CL --since 2026-06-01", ["cs.LG,cs.CL 2026-06-01..2026-06-08"]],
	["--source arxiv --categories cs.LG", ["cs.LG announced"]],
	["--source file --file data/papers.jsonl.gz", ["papers.jsonl.gz"]],
	["--snapshots votes.csv", ["votes.csv"]],
	["--help", []],
] as const)("%s asks for its windows", ([line, names]) => {
	expect(windows(line)).toEqual(names);
});

test.for([
	["", "--source huggingface, arxiv or file"],
	["--source nature", "no source nature"],
	["--source huggingface", "--since YYYY-MM-DD is needed"],
	["--source huggingface --since 2026-02-30", "not 2026-02-30"],
	["--source huggingface --since 2026-06-08 --until 2026-06-01", "is after"],
	["--source huggingface --since 2026-06-08 --until 2026-06-09", "yet to come"],
	["--source huggingface --since 2026-06-08 --ids 2412.14093", "--ids says nothing"],
	["--source arxiv", "--ids or --categories"],
	["--source arxiv --ids 2412.14093 --categories cs.LG", "--ids or --categories"],
	["--source arxiv --ids nonsense!", "no arXiv id"],
	["--source file", "--file PATH"],
	["--source file --file a --limit 0", "above 0"],
	["--source file --file a --nonsense", "nonsense"],
] as const)("%s is answered by a sentence", ([line, sentence]) => {
	expect(windows(line)).toContain(sentence);
});

test("dry run and limit are passed on", () => {
	expect(read("--source file --file a --dry-run --limit 5")).toMatchObject({ dryRun: true, limit: 5, source: "file" });
});
