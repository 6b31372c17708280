import type { ListedItem } from "../../fakes/huggingface";

/** An item of a day's list as Hugging Face's API gives it. */
export function listed(number: number, listedOn: string, own: object = {}): ListedItem {
	const paper = {
		id: `2611.${String(number).padStart(5, "0")}`,
		title: `Paper\n  ${number}`,
		summary: "About\nsomething.",
		authors: [{ name: "B. Second" }, { name: "A. First" }],
		publishedAt: "2026-11-18T17:59:53.000Z",
		submittedOnDailyAt: `${listedOn}T00:00:00.000Z`,
		upvotes: number,
		...own,
	};
	return { listedOn, item: { paper, numComments: 2 } as ListedItem["item"] };
}
