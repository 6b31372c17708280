/** What keys do, as the help says it and in its order. */
export const SHORTCUTS = [
	{ keys: ["j"], does: "next paper" },
	{ keys: ["k"], does: "previous paper" },
	{ keys: ["o"], does: "open the paper" },
	{ keys: ["u"], does: "upvote it, or take the upvote back" },
	{ keys: ["s"], does: "save it to your library, or remove it" },
	{ keys: ["g", "d"], does: "go to the day" },
	{ keys: ["g", "w"], does: "go to the week" },
	{ keys: ["g", "m"], does: "go to the month" },
	{ keys: ["g", "t"], does: "go to what is trending" },
	{ keys: ["/"], does: "search; Escape leaves the field" },
	{ keys: ["?"], does: "this help" },
] as const;

/** Where `g` and a letter lead from pages without such a link of their own. */
const PLACES: Record<string, string> = {
	d: "/papers",
	w: "/papers/week/newest",
	m: "/papers/month/newest",
	t: "/papers/trending",
};

/** The browser puts the focus on what the fragment names. */
const SEARCH_FIELD = "/search#q";

/**
 * Does what a key stands for on the page as it is.
 *
 * @param isAfterG whether `g` was the key before
 * @returns whether the key stands for anything
 */
export function pressKey(key: string, isAfterG: boolean): boolean {
	if (isAfterG) return go(key);
	if (key === "j") return move(1);
	if (key === "k") return move(-1);
	if (key === "o") return click(currentPaper()?.querySelector("h2 a"));
	if (key === "/") return search();
	if (key === "u") return click((currentPaper() ?? document).querySelector(".vote button"));
	if (key === "s") return click((currentPaper() ?? document).querySelector(".save button"));
	return false;
}

/** The field in sight, or else the page that has one. */
function search(): boolean {
	const field = [...document.querySelectorAll<HTMLInputElement>("[role=combobox]")].find((one) =>
		one.checkVisibility(),
	);
	field?.select();
	if (field === undefined) location.assign(SEARCH_FIELD);
	return true;
}

/** A page's own link keeps the date that the page is about. */
function go(letter: string): boolean {
	const place = PLACES[letter];
	if (place === undefined) return false;
	if (!click(document.querySelector(`[data-go="${letter}"]`))) location.assign(place);
	return true;
}

/** Puts the focus on the title of the paper before or after the one that has it, or that is first in sight. */
function move(step: 1 | -1): boolean {
	const papers = [...document.querySelectorAll<HTMLElement>(".paper:not([hidden])")];
	const current = currentPaper();
	const inSight = papers.findIndex((paper) => paper.getBoundingClientRect().bottom > 0);
	const index = current ? papers.indexOf(current) + step : step === 1 ? inSight : inSight - 1;
	const title = papers[Math.min(Math.max(index, 0), papers.length - 1)]?.querySelector<HTMLElement>("h2 a");
	title?.focus();
	title?.scrollIntoView({ block: "nearest" });
	return title != null;
}

function currentPaper(): HTMLElement | null {
	return document.activeElement?.closest<HTMLElement>(".paper") ?? null;
}

function click(element: Element | null | undefined): boolean {
	if (!(element instanceof HTMLElement)) return false;
	element.click();
	return true;
}
