import type { Metadata } from "next";
import { DigestView } from "@/components/digest/digest-view";
import { NarrowPage } from "@/components/layout/narrow-page";
import { readMailPage } from "@/lib/digest/page";
import { linkToken } from "@/lib/subscribers/schemas";

export const metadata: Metadata = { title: "Your digest", robots: { index: false } };

/** Where the link of a personal mail leads that shows it in a browser. */
export default async function MailPage({ searchParams }: PageProps<"/digests/mine">) {
	const mail = await readMailPage(linkToken.catch("").parse((await searchParams).token), new Date());
	if (mail) return <DigestView {...mail} />;
	return (
		<NarrowPage title="This link does not work">
			<p>It is incomplete, or older than a year. The papers of each day are still on its page.</p>
		</NarrowPage>
	);
}
