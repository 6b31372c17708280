import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import { FetchAhead } from "@/components/layout/fetch-ahead";
import { ICON } from "@/components/layout/icon";
import { OfflineNote } from "@/components/layout/offline-note";
import { SiteFooter } from "@/components/layout/site-footer";
import { SiteHeader } from "@/components/layout/site-header";
import { inter, interAccented, interRest, newsreader, newsreaderRest } from "./fonts";
import "./globals.css";

const FONTS = [newsreader, newsreaderRest, inter, interAccented, interRest];

export const metadata: Metadata = {
	title: { default: "Broadsheet: daily machine-learning papers", template: "%s · Broadsheet" },
	description: "What came out today in machine learning, and what people upvoted.",
	icons: ICON,
};

export const viewport: Viewport = {
	themeColor: [
		{ media: "(prefers-color-scheme: light)", color: "#fdfcf9" },
		{ media: "(prefers-color-scheme: dark)", color: "#141311" },
	],
};

export default function RootLayout({ children }: { children: ReactNode }) {
	return (
		<html lang="en" className={FONTS.map((font) => font.variable).join(" ")}>
			<body>
				<a
					href="#main"
					className="sr-only focus:not-sr-only focus:absolute focus:top-2 focus:left-2 focus:z-10 focus:rounded-lg focus:bg-sheet focus:px-3 focus:py-2"
				>
					Skip to the content
				</a>
				<div className="mx-auto max-w-[1120px] px-4 wide:px-6">
					<SiteHeader />
					{children}
					<SiteFooter />
				</div>
				<OfflineNote />
				<FetchAhead />
			</body>
		</html>
	);
}
