import { createHmac } from "node:crypto";
import type { PaperId } from "@/lib/papers/ids";

/** Somebody who may vote: their id, their signed-in browser's cookie, and an address of their own (RFC 2544). */
export type Voter = { id: string; cookie: string; address: string };

export const DAY = "2026-06-08";
const PAPERS = 1000;
const PAPERS_A_DAY = 50;

/** Adds 1,000 papers on twenty days' lists, the last of them {@link DAY}, and gives their ids. */
export async function addPapers(): Promise<PaperId[]> {
	const { db } = await import("@/lib/db/client");
	const ids = Array.from({ length: PAPERS }, (_, nth) => `2606.${10_000 + nth}` as PaperId);
	const dayOf = (nth: number) => new Date(Date.parse(DAY) - Math.floor(nth / PAPERS_A_DAY) * 86_400_000);
	const days = Array.from({ length: PAPERS / PAPERS_A_DAY }, (_, nth) => ({ date: dayOf(nth * PAPERS_A_DAY) }));
	await db().edition.createMany({ data: days });
	await db().paper.createMany({
		data: ids.map((id, nth) => ({
			id,
			title: `A paper about the ${nth}th of a thousand things`,
			abstract: "What was asked, what was done, and what came of it, in some sentences. ".repeat(12),
			importSource: "file",
			editionDate: dayOf(nth),
			listedAt: dayOf(nth),
		})),
	});
	return ids;
}

/** Adds people whose votes count at once, each signed in. */
export async function addVoters(count: number): Promise<Voter[]> {
	const { auth } = await import("@/lib/accounts/auth");
	const { db } = await import("@/lib/db/client");
	const { secret, authCookies } = await auth().$context;
	const people = Array.from({ length: count }, (_, nth) => ({ id: `voter-${nth}`, token: crypto.randomUUID() }));
	await db().user.createMany({
		data: people.map(({ id }) => ({
			id,
			name: "",
			email: `${id}@example.org`,
			emailVerified: true,
			createdAt: new Date("2020-01-01"),
		})),
	});
	const expiresAt = new Date(Date.now() + 86_400_000);
	await db().session.createMany({ data: people.map(({ id, token }) => ({ id: token, token, userId: id, expiresAt })) });
	return people.map(({ id, token }, nth) => {
		const signature = createHmac("sha256", secret).update(token).digest("base64");
		const value = encodeURIComponent(`${token}.${signature}`);
		return {
			id,
			cookie: `${authCookies.sessionToken.name}=${value}; signed_in=1`,
			address: `198.18.${nth >> 8}.${nth & 255}`,
		};
	});
}
