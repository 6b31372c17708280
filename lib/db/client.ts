import "server-only";
import { PrismaPg } from "@prisma/adapter-pg";
import { env } from "../env";
import { log } from "../log";
import { PrismaClient } from "./generated/client";
import { CONNECTION } from "./pooler";
import { noteDuration } from "./slow-statements";

const held = globalThis as typeof globalThis & { __broadsheetDb?: PrismaClient };

/** The process's one database client, made at first use: pages build without a database. */
export function db(): PrismaClient {
	held.__broadsheetDb ??= connect();
	return held.__broadsheetDb;
}

function connect(): PrismaClient {
	const client = new PrismaClient({
		adapter: new PrismaPg(
			{
				connectionString: env().DATABASE_URL,
				max: 10,
				...CONNECTION,
			},
			{
				// A connection that breaks while idle (Postgres restarted) is replaced by the pool at its next use.
				onPoolError: (error) => log.warn({ err: error }, "lost an idle database connection"),
			},
		),
		// Every error is thrown as well; whoever catches it logs it, once.
		log: [{ emit: "event", level: "query" }],
	});
	client.$on("query", ({ query, duration }) => noteDuration(query, duration));
	return client;
}

/** A client inside a transaction, or the client itself. */
export type Db = Pick<PrismaClient, "$queryRaw" | "$executeRaw"> & Omit<PrismaClient, `$${string}`>;
