import { z } from "zod";
import { subscriberAddress } from "../subscribers/schemas";
import { type CsvRow, parseCsv } from "./parse-csv";
import type { FileProblem, LineProblem } from "./types";

/** What the first line of a file names, in any order and beside others. */
const COLUMNS = ["email", "consent_at", "source"] as const;

/** More come in several files. */
const ROWS_MAX = 200_000;

const SOURCE_MAX = 200;

/** Before, nobody agreed to a mailing. */
const OLDEST = new Date("1990-01-01");

/** Somebody who may be imported. */
export type Consenting = { line: number; email: string; consentAt: Date; source: string };

export type ReadImport = { consenting: Consenting[]; refused: { line: number; reason: LineProblem }[] };

/** A day, or an instant with its offset: another would be somebody's local time. */
const consentAt = z
	.union([z.iso.date(), z.iso.datetime({ offset: true }), z.iso.datetime({ offset: true, precision: -1 })])
	.transform((text) => new Date(text));

/** Reads a file of people who have agreed to get the digest. Of those with the same address, the first counts. */
export function readImport(text: string, now: Date): ReadImport | FileProblem {
	const parsed = parseCsv(text);
	if ("brokenLine" in parsed) return { kind: "no-csv", line: parsed.brokenLine };
	const [head, ...rows] = parsed.rows;
	const names = head?.cells.map((cell) => cell.trim().toLowerCase()) ?? [];
	const places = COLUMNS.map((name) => names.indexOf(name));
	if (places.includes(-1) || new Set(names).size < names.length) return { kind: "no-columns", line: head?.line ?? 1 };
	if (rows.length === 0) return { kind: "no-rows", line: head?.line ?? 1 };
	if (rows.length > ROWS_MAX) return { kind: "too-many-rows", line: rows[ROWS_MAX]?.line ?? 1 };
	const read: ReadImport = { consenting: [], refused: [] };
	const seen = new Set<string>();
	for (const row of rows) {
		const someone = row.cells.length === names.length ? readRow(row, places, now) : "cells";
		if (typeof someone === "string") read.refused.push({ line: row.line, reason: someone });
		else if (seen.has(someone.email)) read.refused.push({ line: row.line, reason: "duplicate" });
		else {
			seen.add(someone.email);
			read.consenting.push(someone);
		}
	}
	return read;
}

function readRow({ line, cells }: CsvRow, places: number[], now: Date): Consenting | LineProblem {
	const [address = "", consent = "", source = ""] = places.map((place) => cells[place]?.trim());
	const email = subscriberAddress.safeParse(address);
	if (!email.success) return "no-address";
	if (consent === "") return "no-consent";
	const at = consentAt.safeParse(consent);
	if (!at.success || at.data < OLDEST) return "no-instant";
	if (at.data > now) return "future";
	if (!/[\p{L}\p{N}]/u.test(source) || source.includes("\0")) return "no-source";
	if (source.length > SOURCE_MAX) return "long-source";
	return { line, email: email.data, consentAt: at.data, source };
}
