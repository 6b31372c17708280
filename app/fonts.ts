import localFont from "next/font/local";

// Self-hosted: no reader's browser asks another host for anything, and a build needs no network. The basic ones hold the characters
// of English text and are loaded at once (fonts/README.md); the others only where a page has other characters.

export const newsreader = localFont({
	src: "./fonts/newsreader-basic.woff2",
	// One weight, between those of titles and headings, stands for all.
	weight: "400 700",
	style: "normal",
	variable: "--font-newsreader",
	display: "swap",
	adjustFontFallback: "Times New Roman",
});

export const newsreaderRest = localFont({
	src: "../node_modules/@fontsource-variable/newsreader/files/newsreader-latin-wght-normal.woff2",
	weight: "200 800",
	style: "normal",
	variable: "--font-newsreader-rest",
	display: "swap",
	preload: false,
	adjustFontFallback: false,
	declarations: [
		{
			prop: "unicode-range",
			value:
				"U+00A1-00B6, U+00B8-00D6, U+00D8-00FF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-206F, U+20AC, U+2122, U+2212, U+2215",
		},
	],
});

export const inter = localFont({
	src: "./fonts/inter-basic.woff2",
	weight: "400 600",
	style: "normal",
	variable: "--font-inter",
	display: "swap",
	adjustFontFallback: "Arial",
});

export const interAccented = localFont({
	src: "./fonts/inter-accented.woff2",
	weight: "400 600",
	style: "normal",
	variable: "--font-inter-accented",
	display: "swap",
	preload: false,
	adjustFontFallback: false,
	declarations: [{ prop: "unicode-range", value: "U+00C0-00D6, U+00D8-00FF" }],
});

export const interRest = localFont({
	src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
	weight: "100 900",
	style: "normal",
	variable: "--font-inter-rest",
	display: "swap",
	preload: false,
	adjustFontFallback: false,
	declarations: [
		{
			prop: "unicode-range",
			value:
				"U+00A1-00B6, U+00B8-00BF, U+0131, U+0152-0153, U+02BB-02BC, U+02C6, U+02DA, U+02DC, U+0304, U+0308, U+0329, U+2000-2012, U+2015-2017, U+201A-201B, U+201E-2021, U+2023-2025, U+2027-206F, U+20AC, U+2122, U+2212, U+2215",
		},
	],
});
