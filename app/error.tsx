"use client";

import { NarrowPage } from "@/components/layout/narrow-page";
import { Button } from "@/components/ui/button";

/** Shown in place of a page that could not be made, most often because the database can't be reached. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
	return (
		<NarrowPage title="This page could not be made">
			<p>Something on our side failed. Nothing of yours is lost; try again in a minute.</p>
			<Button type="button" onClick={reset}>
				Try again
			</Button>
		</NarrowPage>
	);
}
