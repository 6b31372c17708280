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
 */
export function pressKey(key: string, isAfterG: boolean): void {
	const paper = currentPaper();
	if (isAfterG) go(key);
	else if (key === "j") move(1);
	else if (key === "k") move(-1);
	else if (key === "o") click(paper?.querySelector("h2 a"));
	else if (key === "/") search();
	else if (key === "u") click((paper ?? document).querySelector(".vote button"));
	else if (key === "s") click((paper ?? document).querySelector(".save button"));
}

/** The field in sight, or else the page that has one. */
function search(): void {
	const fields = [...document.querySelectorAll<HTMLInputElement>("[role=combobox]")];
	const field = fields.find((one) => one.checkVisibility());
	if (field === undefined) location.assign(SEARCH_FIELD);
	else field.select();
}

/** A page's own link keeps the date that the page is about. */
function go(letter: string): void {
	const place = PLACES[letter];
	if (place === undefined) return;
	const link = document.querySelector(`[data-go="${letter}"]`);
	if (link === null) location.assign(place);
	else click(link);
}

/** Puts the focus on the title of the paper before or after the one that has it, or that is first in sight. */
function move(step: 1 | -1): void {
	const papers = [...document.querySelectorAll<HTMLElement>(".paper:not([hidden])")];
	const current = currentPaper();
	const inSight = papers.findIndex((paper) => paper.getBoundingClientRect().bottom > 0);
	const index = current ? papers.indexOf(current) + step : step === 1 ? inSight : inSight - 1;
	const title = papers[Math.min(Math.max(index, 0), papers.length - 1)]?.querySelector<HTMLElement>("h2 a");
	title?.focus();
	title?.scrollIntoView({ block: "nearest" });
}

function currentPaper(): HTMLElement | null {
	return document.activeElement?.closest<HTMLElement>(".paper") ?? null;
}

function click(element: Element | null | undefined): void {
	if (element instanceof HTMLElement) element.click();
}
