import { readHealth } from "@/lib/health/queries";
import { refuseMethod } from "@/lib/http/json";

export const dynamic = "force-dynamic";

/** 200 when database and worker are well, 503 when either is not; the body says which. */
export async function GET(): Promise<Response> {
	const { ok, ...parts } = await readHealth(new Date());
	return Response.json(
		{ status: ok ? "ok" : "failing", ...parts },
		{ status: ok ? 200 : 503, headers: { "Cache-Control": "no-store" } },
	);
}

const refuse = refuseMethod("GET, HEAD");

export { refuse as DELETE, refuse as PATCH, refuse as POST, refuse as PUT };
