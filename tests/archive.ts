import { existsSync } from "node:fs";
import path from "node:path";

const FILE = "hf_daily_papers.jsonl.gz";

/** The folder of real papers that the project does not ship; `SHARED_DATA` says where it is. */
const FOLDER = path.resolve(process.env.SHARED_DATA || "../shared/data");

/** A file of it, the archive of papers unless named; undefined where the folder is missing: what needs it is skipped. */
export function archivePath(name = FILE): string | undefined {
	const file = path.join(FOLDER, name);
	return existsSync(file) ? file : undefined;
}
