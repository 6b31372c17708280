/** In which order a list stands; what each means is told in docs/ranking.md. */
export const ORDERS = ["top", "new", "rising"] as const;
export type Order = (typeof ORDERS)[number];

/** Which part of a list a page shows: `page` counts from 1. */
export type View = { order: Order; page: number };

/** Papers on a page of a list. */
export const PAGE_SIZE = 50;

const PAGE = /^[1-9]\d{0,3}$/;

/**
 * Reads what stands behind a list's address: nothing, an order, or an order and a page (`/new`, `/top/2`).
 *
 * @param orders those that the list has; the first is its own, which needs no word
 * @returns undefined for anything else: such pages are 404
 */
export function parseView(segments: readonly string[] = [], orders: readonly Order[] = ORDERS): View | undefined {
	const [first = "", second = "1", ...rest] = segments;
	const [own = "top"] = orders;
	const order = segments.length === 0 ? own : orders.find((each) => each === first);
	if (order === undefined || !PAGE.test(second) || rest.length > 0) return undefined;
	return { order, page: Number(second) };
}

/**
 * The one address that a part of a list has.
 *
 * @param path of the list (`/papers/date/2026-06-08`)
 */
export function viewPath(path: string, { order, page }: View, orders: readonly Order[] = ORDERS): string {
	if (page > 1) return `${path}/${order}/${page}`;
	return order === orders[0] ? path : `${path}/${order}`;
}
