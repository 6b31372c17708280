import type { Metadata } from "next";
import { ConfirmAddressForm } from "@/components/accounts/confirm-address-form";
import { NarrowPage } from "@/components/layout/narrow-page";
import { readAddressToken } from "@/lib/accounts/queries";
import { changeToken } from "@/lib/accounts/schemas";

export const metadata: Metadata = { title: "Change of address", robots: { index: false } };

/** Where the links of a change of address lead. Opening it changes nothing. */
export default async function AddressPage({ searchParams }: PageProps<"/settings/address">) {
	const token = changeToken.catch("").parse((await searchParams).token);
	return (
		<NarrowPage title="Change of address">
			<ConfirmAddressForm token={token} change={await readAddressToken(token, new Date())} />
		</NarrowPage>
	);
}
