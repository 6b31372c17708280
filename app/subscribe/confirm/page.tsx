import type { Metadata } from "next";
import { SubscribeCard } from "@/components/digest/subscribe-card";
import { TokenForm } from "@/components/digest/token-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { confirmAction } from "@/lib/subscribers/actions";
import { linkToken } from "@/lib/subscribers/schemas";
import { readConfirmToken } from "@/lib/subscribers/tokens";
import { words } from "@/lib/subscribers/words";

export const metadata: Metadata = { title: "Confirm your subscription", robots: { index: false } };

/** Where a confirmation link leads. Opening it changes nothing. */
export default async function ConfirmPage({ searchParams }: PageProps<"/subscribe/confirm">) {
	const token = linkToken.catch("").parse((await searchParams).token);
	if ((await readConfirmToken(token, new Date())) === undefined) {
		return (
			<NarrowPage title="This link does not work">
				<p>{words.invalid}</p>
				<SubscribeCard />
			</NarrowPage>
		);
	}
	return (
		<NarrowPage title="Confirm your subscription">
			<TokenForm action={confirmAction} token={token} label="Confirm subscription">
				<p>
					One press, and the digest of the day's top papers comes to your inbox. You can leave with one click in any
					mail.
				</p>
			</TokenForm>
		</NarrowPage>
	);
}
