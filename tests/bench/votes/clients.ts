import { Agent, request } from "node:http";
import pg from "pg";
import { networkKeys } from "@/lib/votes/networks";
import type { Ballot } from "./ballots";

/** Sends ballots as browsers do, over connections that stay open. Gives whether each was accepted. */
export function votingClients(origin: string, atOnce: number): (ballot: Ballot) => Promise<boolean> {
	const agent = new Agent({ keepAlive: true, maxSockets: atOnce });
	return ({ voter, paper, upvoted }) =>
		new Promise((resolve, reject) => {
			const body = JSON.stringify({ paper, upvoted });
			const headers = {
				origin,
				"content-type": "application/json",
				"content-length": body.length,
				cookie: voter.cookie,
				"x-forwarded-for": voter.address,
			};
			const call = request(`${origin}/api/votes`, { method: "POST", agent, headers }, (answer) => {
				answer.resume().on("end", () => resolve(answer.statusCode === 200));
			});
			call.on("error", reject).end(body);
		});
}

/** Does what votes do in the database and nothing else, over connections of their own. */
export async function bareClients(url: string, atOnce: number) {
	const clients = await Promise.all(
		Array.from({ length: atOnce }, async () => {
			const client = new pg.Client({ connectionString: url });
			await client.connect();
			return client;
		}),
	);
	const query = { name: "vote", text: "SELECT * FROM set_vote($1, $2, $3, $4::text[], $5::timestamptz)" };
	return {
		async cast({ voter, paper, upvoted }: Ballot, client: number): Promise<boolean> {
			const now = new Date();
			const values = [voter.id, paper, upvoted, networkKeys(voter.address, now), now];
			return (await clients[client]?.query({ ...query, values }))?.rowCount === 1;
		},
		end: async () => void (await Promise.all(clients.map((client) => client.end()))),
	};
}

/** Loads a page again and again until told to stop, and gives how long each took, in milliseconds. */
export async function readWhile(address: string, signal: AbortSignal): Promise<number[]> {
	const milliseconds: number[] = [];
	while (!signal.aborted) {
		const startedAt = performance.now();
		const answer = await fetch(address);
		await answer.arrayBuffer();
		if (!answer.ok) throw new Error(`${address} answered ${answer.status}`);
		milliseconds.push(performance.now() - startedAt);
	}
	return milliseconds;
}
