import localFont from "next/font/local";

// Self-hosted from npm: no reader's browser asks another host for anything, and a build needs no network.
export const newsreader = localFont({
	src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
	weight: "200 800",
	style: "normal",
	variable: "--font-newsreader",
	display: "swap",
	adjustFontFallback: "Times New Roman",
});

export const inter = localFont({
	src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
	weight: "100 900",
	style: "normal",
	variable: "--font-inter",
	display: "swap",
	adjustFontFallback: "Arial",
});
