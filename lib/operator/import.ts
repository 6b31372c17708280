import "server-only";
import { z } from "zod";
import { type Db, db } from "../db/client";
import { done, type Result, refused } from "../result";
import { lockActor, recordAct } from "../submissions/acts";
import { type Consenting, type ReadImport, readImport } from "./read-import";
import type { FileProblem, ImportReport, LineProblem } from "./types";

/** Rows a statement. */
const CHUNK = 10_000;

/** A hundred thousand take some seconds. */
const TIMEOUT_MS = 120_000;

/** Of refused lines, so many are told one by one; all are counted. */
const LINES_KEPT = 1000;

/** Checks are looked at when they are made. */
const CHECKS_KEPT = "1 day";

type About = Pick<ImportReport, "id" | "isCheck" | "at">;

/**
 * Makes subscribers of a file of people who have agreed. Who is left out is told line by line, and keeps nobody else out; of a
 * file that can't be read, nobody is imported. Who has left, and whose mail came back or was called spam, is never mailed again
 * by an import. All in one transaction.
 *
 * @param by the curator who asks; `command` for whoever has the machine
 * @param text its first line names the columns `email`, `consent_at` and `source`
 * @param isCheck true: only tells what would become of the file
 */
export async function importSubscribers(
	by: { curatorId: string } | "command",
	text: string,
	isCheck: boolean,
	now: Date,
): Promise<Result<ImportReport, "not-a-curator"> | { ok: false; reason: FileProblem }> {
	const read = readImport(text, now);
	return db().$transaction(
		async (tx) => {
			if (by !== "command" && (await lockActor(tx, by.curatorId)) !== "curator") return refused("not-a-curator");
			if ("kind" in read) return { ok: false, reason: read };
			const report = await importRead(tx, read, { id: crypto.randomUUID(), isCheck, at: now });
			if (by !== "command" && !isCheck) {
				const detail = { import: report.id, added: report.added };
				await recordAct(tx, { act: "import_subscribers", actorId: by.curatorId, at: now, detail });
			}
			return done(report);
		},
		{ timeout: TIMEOUT_MS },
	);
}

async function importRead(tx: Db, read: ReadImport, about: About): Promise<ImportReport> {
	await tx.$executeRaw`
		DELETE FROM subscriber_imports WHERE is_check AND at < ${about.at}::timestamptz - ${CHECKS_KEPT}::interval`;
	const rows = read.consenting.length + read.refused.length;
	await tx.subscriberImport.create({ data: { ...about, rows, added: 0, refused: [], lines: [] } });
	const known: ReadImport["refused"] = [];
	for (let first = 0; first < read.consenting.length; first += CHUNK) {
		known.push(...(await importChunk(tx, read.consenting.slice(first, first + CHUNK), about)));
	}
	const all = [...read.refused, ...known].sort((one, other) => one.line - other.line);
	const refused = [...Map.groupBy(all, ({ reason }) => reason)].map(([reason, { length }]) => ({
		reason,
		count: length,
	}));
	const outcome = { added: rows - all.length, refused, lines: all.slice(0, LINES_KEPT) };
	await tx.subscriberImport.update({ where: { id: about.id }, data: outcome });
	return { ...about, rows, ...outcome };
}

const problem = z.enum(["subscribes", "left", "bounced", "complained"]) satisfies z.ZodType<LineProblem>;
const knownRows = z.array(z.object({ line: z.number(), reason: problem }));

/** @returns those who subscribe already, or never shall again */
async function importChunk(tx: Db, chunk: Consenting[], { id, isCheck, at }: About) {
	const emails = chunk.map(({ email }) => email);
	if (!isCheck) {
		// Who has asked and not confirmed has agreed elsewhere.
		await tx.$executeRaw`
			INSERT INTO subscribers (email, state, confirmed_at, consent_at, consent_source, import_id)
			SELECT email, 'confirmed', ${at}, consent_at, source, ${id}::uuid
			FROM unnest(${emails}::text[], ${chunk.map(({ consentAt }) => consentAt)}::timestamptz[],
				${chunk.map(({ source }) => source)}::text[]) AS given (email, consent_at, source)
			ON CONFLICT (email) DO UPDATE SET state = 'confirmed', confirmed_at = EXCLUDED.confirmed_at,
				consent_at = EXCLUDED.consent_at, consent_source = EXCLUDED.consent_source, import_id = EXCLUDED.import_id
			WHERE subscribers.state = 'pending'`;
	}
	const rows = await tx.$queryRaw`
		SELECT line, CASE WHEN state = 'confirmed' THEN 'subscribes' ELSE COALESCE(suppressed_for::text, 'left') END AS reason
		FROM unnest(${emails}::text[], ${chunk.map(({ line }) => line)}::int[]) AS given (email, line)
			JOIN subscribers USING (email)
		WHERE state <> 'pending' AND import_id IS DISTINCT FROM ${id}::uuid`;
	return knownRows.parse(rows);
}
