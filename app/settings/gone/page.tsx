import type { Metadata } from "next";
import { NarrowPage } from "@/components/layout/narrow-page";

export const metadata: Metadata = { title: "It is gone", robots: { index: false } };

/** Where deleting an account leads. */
export default function GonePage() {
	return (
		<NarrowPage title="It is gone">
			<p>Your account is deleted, and you are signed out everywhere. Reading needs no account.</p>
			<p>
				<a href="/" className="text-link underline underline-offset-3">
					Today's papers
				</a>
			</p>
		</NarrowPage>
	);
}
