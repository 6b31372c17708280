import "server-only";
import { z } from "zod";
import { isCurator } from "../accounts/queries";
import { db } from "../db/client";
import { countWaiting, listBalances } from "../digest/queries";
import { utcDateOf } from "../time";
import { listDueHours } from "./due-hours";
import { readGrowth } from "./growth";
import type { ImportReport, LineProblem, MailDesk } from "./types";
import { LINE_WORDS } from "./words";

/** A week of both kinds. */
const BALANCES_SHOWN = 8;
const RUNS_SHOWN = 20;
const REASONS_SHOWN = 20;
const DOUBTFUL_SHOWN = 50;

/** Of older ones nobody wants a mail again: some two months have as many. */
const DOUBTFUL_DIGESTS = 60;

/** How the mail is doing; undefined for whoever is no curator, as all that follows. */
export async function readMailDesk(userId: string, now: Date): Promise<MailDesk | undefined> {
	if (!(await isCurator(userId))) return undefined;
	const [stop, waiting, balances, runs, reasons, doubtful, dueHours, growth] = await Promise.all([
		db().digestStop.findFirst(),
		countWaiting(),
		listBalances(BALANCES_SHOWN),
		db().digestRun.findMany({ orderBy: { endedAt: "desc" }, take: RUNS_SHOWN }),
		listReasons(),
		listDoubtful(),
		listDueHours(now),
		readGrowth(now),
	]);
	const pausedBecause = runs[0]?.pausedBecause ?? null;
	return {
		stoppedAt: stop?.stoppedAt ?? null,
		pausedBecause,
		waiting,
		balances,
		runs,
		reasons,
		doubtful,
		dueHours,
		growth,
	};
}

const state = z.enum(["planned", "submitted", "rejected", "skipped", "unknown"]);
const reasonRows = z.array(z.object({ state, reason: z.string(), count: z.number() }));

async function listReasons(): Promise<MailDesk["reasons"]> {
	const rows = await db().$queryRaw`
		SELECT state::text, reason, count(*)::int AS count FROM deliveries
		WHERE state <> 'submitted' AND reason IS NOT NULL AND digest_id IN (
			SELECT id FROM digests WHERE EXISTS (SELECT FROM deliveries WHERE digest_id = digests.id)
			ORDER BY date DESC, kind LIMIT ${BALANCES_SHOWN}
		)
		GROUP BY state, reason ORDER BY count DESC, state, reason LIMIT ${REASONS_SHOWN}`;
	return reasonRows.parse(rows);
}

async function listDoubtful(): Promise<MailDesk["doubtful"]> {
	const digests = await db().digest.findMany({
		orderBy: { date: "desc" },
		take: DOUBTFUL_DIGESTS,
		select: { id: true },
	});
	const found = await db().delivery.findMany({
		where: { state: "unknown", digestId: { in: digests.map(({ id }) => id) } },
		select: { subscriberId: true, kind: true, date: true, reason: true },
		orderBy: [{ date: "desc" }, { id: "asc" }],
		take: DOUBTFUL_SHOWN,
	});
	return found.map(({ date, ...delivery }) => ({ ...delivery, date: utcDateOf(date) }));
}

const lineProblem = z.enum(Object.keys(LINE_WORDS) as [LineProblem, ...LineProblem[]]);
const refused = z.array(z.object({ reason: lineProblem, count: z.number() }));
const lines = z.array(z.object({ line: z.number(), reason: lineProblem }));

/** Whether somebody finds the form of imports; the import itself asks again. */
export async function mayImport(userId: string): Promise<boolean> {
	return isCurator(userId);
}

/** What became of a file of subscribers. */
export async function findImport(userId: string, id: string): Promise<ImportReport | undefined> {
	if (!z.uuid().safeParse(id).success || !(await isCurator(userId))) return undefined;
	const found = await db().subscriberImport.findUnique({ where: { id } });
	return found ? { ...found, refused: refused.parse(found.refused), lines: lines.parse(found.lines) } : undefined;
}
