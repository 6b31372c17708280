import { NarrowPage } from "@/components/layout/narrow-page";

export default function NotFound() {
	return (
		<NarrowPage title="There is no such page">
			<p>
				The address may be mistyped, the day may be yet to come, or the paper may not have been listed here. Days look
				like <code>/papers/date/2026-06-08</code>, papers like <code>/papers/2412.14093</code>.
			</p>
			<p>
				<a href="/" className="text-link underline underline-offset-3">
					Go to the newest papers
				</a>
			</p>
		</NarrowPage>
	);
}
