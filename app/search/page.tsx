import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { NothingFound } from "@/components/search/nothing-found";
import { PaperNotHere } from "@/components/search/paper-not-here";
import { SearchFrame } from "@/components/search/search-frame";
import { SearchHelp } from "@/components/search/search-help";
import { SearchResults } from "@/components/search/search-results";
import { feedLinks } from "@/lib/feed/feed-links";
import { atAddress } from "@/lib/http/canonical";
import { findTitle } from "@/lib/papers/queries";
import { readSearchExamples } from "@/lib/search/examples";
import { readSearchAddress, searchPath } from "@/lib/search/page-address";
import { listFindingQueries, readSearchPage } from "@/lib/search/page-queries";
import { formatQuery, isEmptyQuery, parseQuery } from "@/lib/search/query";

type Props = PageProps<"/search">;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
	const address = readSearchAddress(await searchParams);
	const { query } = parseQuery(address.text);
	return {
		title: address.text === "" ? "Search" : `${address.text} · Search`,
		...(isEmptyQuery(query)
			? atAddress("/search")
			: {
					robots: { index: false, follow: true },
					...atAddress(searchPath(address), feedLinks("q", encodeURIComponent(formatQuery(query)))),
				}),
	};
}

/** Reads the query string, so that it is made at each request, and nothing else of the request: it is the same for everybody. */
export default async function SearchPage({ searchParams }: Props) {
	const address = readSearchAddress(await searchParams);
	const { query, problems } = parseQuery(address.text);
	if (query.paper !== null) {
		if ((await findTitle(query.paper)) !== undefined) redirect(`/papers/${query.paper}` as Route);
		return (
			<SearchFrame address={address}>
				<PaperNotHere id={query.paper} />
			</SearchFrame>
		);
	}
	if (isEmptyQuery(query)) {
		const isNoText = address.text !== "" && problems.length === 0;
		return (
			<SearchFrame address={address} problems={isNoText ? ["A search needs letters or digits."] : problems}>
				<SearchHelp examples={await readSearchExamples()} />
			</SearchFrame>
		);
	}
	const found = await readSearchPage(query, address);
	if (found.papers.length === 0 && address.page > 1) redirect(searchPath({ ...address, page: 1 }) as Route);
	return (
		<SearchFrame address={address} problems={problems}>
			{found.papers.length > 0 ? (
				<SearchResults address={address} asked={formatQuery(query)} {...found} />
			) : (
				<NothingFound
					didYouMean={found.didYouMean}
					near={await listFindingQueries(query)}
					examples={await readSearchExamples()}
				/>
			)}
		</SearchFrame>
	);
}
