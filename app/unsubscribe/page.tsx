import type { Metadata } from "next";
import { TokenForm } from "@/components/digest/token-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { unsubscribeAction } from "@/lib/subscribers/actions";
import { linkToken } from "@/lib/subscribers/schemas";
import { readUnsubscribeToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";

export const metadata: Metadata = { title: "Unsubscribe", robots: { index: false } };

/** Where the unsubscribe link of a mail leads. Opening it changes nothing. */
export default async function UnsubscribePage({ searchParams }: PageProps<"/unsubscribe">) {
	const token = linkToken.catch("").parse((await searchParams).token);
	if ((await readUnsubscribeToken(token, new Date())) === undefined) {
		return (
			<NarrowPage title="This link does not work">
				<p>{words.wrongUnsubscribeLink}</p>
			</NarrowPage>
		);
	}
	return (
		<NarrowPage title="Unsubscribe">
			<TokenForm action={unsubscribeAction} token={token} label="Unsubscribe">
				<p>One press, and no more mail comes to you.</p>
			</TokenForm>
		</NarrowPage>
	);
}
