import "server-only";
import { cookies } from "next/headers";
import { log } from "../log";
import type { ResponseCookie } from "./types";

/** Puts cookies into the answer of an action. */
export async function setCookies(list: ResponseCookie[]): Promise<void> {
	const jar = await cookies();
	for (const { name, value, options } of list) jar.set(name, value, options);
}

/** Gives undefined where the work threw, most often because the database can't be reached, and logs it. */
export async function orLog<Value>(what: string, work: () => Promise<Value>): Promise<Value | undefined> {
	try {
		return await work();
	} catch (error) {
		log.error({ err: error }, what);
		return undefined;
	}
}
