import { expect, it } from "vitest";
import { formatPublished } from "@/lib/papers/dates";
import type { UtcDate } from "@/lib/time";

it("prints the year only where it is not the edition's own", () => {
	expect(formatPublished("2026-02-15" as UtcDate, "2026-06-08" as UtcDate)).toBe("Feb 15");
	expect(formatPublished("2025-10-02" as UtcDate, "2026-06-08" as UtcDate)).toBe("Oct 2, 2025");
	expect(formatPublished("2025-12-31" as UtcDate, "2025-01-01" as UtcDate)).toBe("Dec 31");
});
