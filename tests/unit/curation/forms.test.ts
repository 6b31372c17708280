import { describe, expect, it } from "vitest";
import { sayAct } from "@/lib/curation/act-words";
import { curateForm, decisionForm } from "@/lib/curation/schemas";

describe("curateForm", () => {
	it("reads the three acts", () => {
		expect(curateForm.parse({ act: "hide", paper: "2412.14093", reason: " spam " })).toMatchObject({ reason: "spam" });
		expect(curateForm.parse({ act: "unhide", paper: "hep-th/9901001" })).toEqual({
			act: "unhide",
			paper: "hep-th/9901001",
		});
		expect(curateForm.parse({ act: "move", paper: "2412.14093", date: "2026-06-08" })).toMatchObject({
			date: "2026-06-08",
		});
	});

	it.each([
		{},
		{ act: "delete", paper: "2412.14093" },
		{ act: "hide", paper: "../etc" },
		{ act: "hide", paper: "2412.14093", reason: "x".repeat(201) },
		{ act: "move", paper: "2412.14093" },
	])("refuses %j", (form) => {
		expect(curateForm.safeParse(form).success).toBe(false);
	});
});

describe("decisionForm", () => {
	const id = "2f1d3a52-6f0e-4f43-9f63-0d1f0f6f2a11";

	it("reads each act with what it is done to", () => {
		const hide = { act: "hide_comment", id: "7", reason: " spam " };
		expect(decisionForm.parse(hide)).toEqual({ act: "hide_comment", id: 7, reason: "spam" });
		expect(decisionForm.parse({ act: "void_votes", id })).toEqual({ act: "void_votes", id });
	});

	it.each([
		{ act: "hide_comment", id },
		{ act: "hide_comment", id: "0" },
		{ act: "hide_comment", id: "7", reason: "x".repeat(201) },
		{ act: "accept_votes", id: "7" },
		{ act: "approve_claim" },
		{ act: "submit", id },
	])("refuses %j", (form) => {
		expect(decisionForm.safeParse(form).success).toBe(false);
	});
});

describe("sayAct", () => {
	it("says each act", () => {
		expect(sayAct("submit", { date: "2026-11-23" })).toBe("submitted it for Nov 23, 2026");
		expect(sayAct("add", { date: "2026-11-23" })).toBe("added it to Nov 23, 2026");
		expect(sayAct("move", { from: "2026-11-22", to: "2026-11-23" })).toBe("moved it from Nov 22, 2026 to Nov 23, 2026");
		expect(sayAct("hide", { reason: "a duplicate" })).toBe("hid it: a duplicate");
		expect(sayAct("hide", {})).toBe("hid it");
		expect(sayAct("unhide", {})).toBe("showed it again");
		expect(sayAct("hide_comment", { comment: 7, reason: "spam" })).toBe("hid a comment on it: spam");
		expect(sayAct("unhide_comment", { comment: 7 })).toBe("showed a comment on it again");
		expect(sayAct("dismiss_reports", { comment: 7 })).toBe("let a reported comment on it stay");
		expect(sayAct("accept_votes", { hold: "a", votes: 1 })).toBe("accepted 1 vote of a burst");
		expect(sayAct("void_votes", { hold: "a", votes: 9 })).toBe("voided 9 votes of a burst");
		const claim = { claim: "a", author: "ada-lovelace", name: "Ada Lovelace" };
		expect(sayAct("approve_claim", claim)).toBe("approved the claim to be Ada Lovelace");
		expect(sayAct("approve_claim", { ...claim, by: "orcid" })).toBe("became known as Ada Lovelace, by ORCID");
		expect(sayAct("refuse_claim", claim)).toBe("refused the claim to be Ada Lovelace");
	});
});
