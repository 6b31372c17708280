import type { Metadata } from "next";
import { NarrowPage } from "@/components/layout/narrow-page";

export const metadata: Metadata = { title: "Try again in a minute", robots: { index: false } };

/** What readers get in place of a page that could not be made, most often because the database can't be reached. */
export default function UnavailablePage() {
	return (
		<NarrowPage title="This page could not be made">
			<p>Something on our side failed. Nothing of yours is lost; reload this page in a minute.</p>
			<p>
				<a href="/" className="text-link underline underline-offset-3">
					Go to the newest papers
				</a>
			</p>
		</NarrowPage>
	);
}
