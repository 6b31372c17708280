import { expect, it } from "vitest";
import { db } from "@/lib/db/client";
import { readHealth } from "@/lib/health/queries";

it("tells a working worker from a silent one, and from none", async () => {
	const now = new Date("2026-06-08T12:00:00Z");
	expect(await readHealth(now)).toEqual({ ok: true, database: "ok", worker: "absent" });

	await db().heartbeat.create({ data: { name: "worker", beatAt: new Date("2026-06-08T11:59:45Z") } });
	expect(await readHealth(now)).toEqual({ ok: true, database: "ok", worker: "ok" });

	await db().heartbeat.update({ where: { name: "worker" }, data: { beatAt: new Date("2026-06-08T11:58:00Z") } });
	expect(await readHealth(now)).toEqual({ ok: false, database: "ok", worker: "silent" });
});
