import { createSeeded } from "../seeded";

const READERS = 20_000;

/** Those of the last days, which is what a crowd reads. Each page that is read is made anew twice a minute by each process. */
const PAPERS = 150;
const DAYS = 10;

/** Of a hundred readers, how many ask for what. The others open a paper. */
const FRONT = 40;
const LISTS = 60;
const SEARCHES = 62;

const WORDS = [
	"attention",
	"diffusion",
	"agents",
	"alignment",
	"reasoning",
	"video",
	"speech",
	"robots",
	"code",
	"benchmarks",
];

/** What readers ask for, one after the other: most the front page and lists, many a paper of the last days, a few search. */
export async function listReaderAddresses(): Promise<string[]> {
	const { db } = await import("@/lib/db/client");
	const papers = await db().paper.findMany({ orderBy: { listedAt: "desc" }, take: PAPERS, select: { id: true } });
	const editions = await db().edition.findMany({ orderBy: { date: "desc" }, take: DAYS, select: { date: true } });
	const days = editions.map(({ date }) => `/papers/date/${date.toISOString().slice(0, 10)}`);
	const lists = [...days, "/papers/week/newest", "/papers/month/newest", "/papers/trending", "/feed.atom"];
	const seeded = createSeeded(11);
	return Array.from({ length: READERS }, (_, nth) => {
		const kind = (nth * 37) % 100;
		if (kind < FRONT) return "/";
		if (kind < LISTS) return seeded.pick(lists);
		if (kind < SEARCHES) return `/search?q=${seeded.pick(WORDS)}`;
		return `/papers/${seeded.pick(papers).id}`;
	});
}
