import type { CSSProperties } from "react";

/** The palette of app/globals.css: mail programs know neither custom properties nor our fonts. */
const light = {
	paper: "#fdfcf9",
	sheet: "#ffffff",
	ink: "#1a1815",
	inkSoft: "#5c564d",
	inkFaint: "#726b60",
	rule: "#e4dfd5",
	accent: "#b3361b",
	accentSoft: "#fbeee9",
};

/** Without quotation marks, which CSS can do without and an attribute has to escape. */
const serif = "Iowan Old Style, Palatino Linotype, Palatino, Georgia, Times New Roman, serif";
const sans = "-apple-system, Segoe UI, Roboto, Helvetica Neue, Arial, sans-serif";

/** Inline, as many mail programs drop style sheets. Each class below swaps the colours in the dark. */
export const styles = {
	body: { margin: 0, padding: 0, backgroundColor: light.paper, color: light.ink, fontFamily: sans },
	page: { maxWidth: 600, margin: "0 auto", padding: "0 20px" },
	masthead: { padding: "28px 0 14px", borderBottom: `3px double ${light.ink}` },
	brand: {
		color: light.ink,
		fontFamily: serif,
		fontSize: 22,
		fontWeight: 600,
		lineHeight: "26px",
		textDecoration: "none",
	},
	title: { margin: "28px 0 0", color: light.ink, fontFamily: serif, fontSize: 30, fontWeight: 500, lineHeight: "36px" },
	text: { margin: "16px 0 0", color: light.ink, fontSize: 16, lineHeight: "25px" },
	button: {
		padding: "13px 22px",
		backgroundColor: light.ink,
		borderRadius: 8,
		color: light.paper,
		fontSize: 16,
		fontWeight: 600,
	},
	link: { color: light.inkSoft, textDecoration: "underline", wordBreak: "break-all" },
	quietLink: { color: light.inkFaint, textDecoration: "underline" },
	small: { margin: "16px 0 0", color: light.inkSoft, fontSize: 14, lineHeight: "21px" },
	lead: { margin: "6px 0 0", color: light.inkSoft, fontSize: 15, fontWeight: 400, lineHeight: "23px" },
	footer: { margin: "36px 0 0", padding: "16px 0 40px", borderTop: `1px solid ${light.rule}` },
	footerText: { margin: "0 0 6px", color: light.inkFaint, fontSize: 13, lineHeight: "20px" },
	noticeFrame: { margin: "18px 0 0" },
	notice: {
		padding: "10px 14px",
		backgroundColor: light.accentSoft,
		borderRadius: 8,
		color: light.ink,
		fontSize: 14,
		lineHeight: "21px",
	},
	subheading: {
		margin: "32px 0 0",
		color: light.ink,
		fontFamily: serif,
		fontSize: 22,
		fontWeight: 500,
		lineHeight: "28px",
	},
	paper: { borderBottom: `1px solid ${light.rule}` },
	rank: {
		width: 40,
		padding: "22px 0",
		color: light.inkFaint,
		fontFamily: serif,
		fontSize: 20,
		lineHeight: "26px",
		verticalAlign: "top",
	},
	paperWords: { padding: "22px 0", verticalAlign: "top" },
	paperTitle: { margin: 0, fontFamily: serif, fontSize: 20, fontWeight: 600, lineHeight: "26px" },
	paperLink: { color: light.ink, textDecoration: "none" },
	summary: { margin: "7px 0 0", color: light.inkSoft, fontSize: 15, lineHeight: "23px" },
	why: { margin: "8px 0 0", color: light.ink, fontSize: 13, fontStyle: "italic", lineHeight: "20px" },
	meta: { margin: "8px 0 0", color: light.inkFaint, fontSize: 13, lineHeight: "20px" },
	risen: { margin: "14px 0 0", color: light.inkFaint, fontSize: 13, lineHeight: "20px" },
	risenLink: { color: light.ink, fontFamily: serif, fontSize: 17, lineHeight: "23px", textDecoration: "none" },
	upvotes: { color: light.accent, fontWeight: 600 },
} satisfies Record<string, CSSProperties>;

/** For mail programs that follow the reader's colour scheme; the others keep the light page. */
export const darkStyles = `
@media (prefers-color-scheme: dark) {
	.bs-body, .bs-body > table > tbody > tr > td { background-color: #141311 !important; color: #efebe3 !important; }
	.bs-ink { color: #efebe3 !important; }
	.bs-soft { color: #b5ada0 !important; }
	.bs-faint { color: #979083 !important; }
	.bs-accent { color: #ff8a65 !important; }
	.bs-rule { border-color: #2e2b26 !important; }
	.bs-rule-strong { border-color: #efebe3 !important; }
	.bs-button { background-color: #efebe3 !important; color: #141311 !important; }
	.bs-notice { background-color: #33201a !important; color: #efebe3 !important; }
}
@media (max-width: 480px) {
	.bs-title { font-size: 26px !important; line-height: 32px !important; }
	.bs-rank { width: 34px !important; }
}`;
