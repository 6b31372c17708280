import type { NextConfig } from "next";
import { SHARED_CACHING } from "./lib/http/caching";
import { THUMBNAIL_HOSTS } from "./lib/papers/thumbnails";

const isDevelopment = process.env.NODE_ENV === "development";

/**
 * What is not named, such as fonts and what scripts ask for, is as `default-src` says. Pages hold Next's own inline scripts, and are
 * the same for everybody, so that neither a nonce nor a hash can name them.
 *
 * @param imageHosts beside our own
 */
const contentSecurityPolicy = (imageHosts: readonly string[]) =>
	[
		"default-src 'self'",
		`script-src 'self' 'unsafe-inline'${isDevelopment ? " 'unsafe-eval'" : ""}`,
		"style-src 'self' 'unsafe-inline'",
		["img-src 'self' data:", ...imageHosts.map((host) => `https://${host}`)].join(" "),
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'self'",
		"frame-ancestors 'none'",
	].join("; ");

const securityHeaders = [
	{ key: "Content-Security-Policy", value: contentSecurityPolicy([]) },
	{ key: "Strict-Transport-Security", value: "max-age=63072000" },
	{ key: "X-Content-Type-Options", value: "nosniff" },
	{ key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
	{ key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
];

/**
 * Pages that carry a token in their address tell no other page of it. Not `no-referrer`: browsers then send `Origin: null`
 * with their forms, which we refuse.
 */
const tokenPages = [
	"/comments/mails",
	"/sign-in/confirm",
	"/settings/address",
	"/subscribe/choices",
	"/subscribe/confirm",
	"/digests/mine",
	"/unsubscribe",
];

/** The same for everybody. */
const publicPages = [
	"/",
	"/papers",
	// References to download, and Markdown, say for themselves how long they keep, and so do their refusals.
	"/papers/:path((?!.+\\.(?:bib|ris|md)$).*)",
	"/search",
	"/digests/:kind(daily|weekly)/:date",
	"/settings/gone",
	"/unavailable",
	...["authors", "orgs", "topics", "about"].flatMap((name) => [`/${name}`, `/${name}/:path*`]),
];

/** A paper's page, by either form of arXiv's ids: the one place where pictures of others are shown. */
const paperPages = ["/papers/:id(\\d{4}\\.\\d{4,5})", "/papers/:archive([a-z.A-Z-]+)/:number(\\d{7})"];

/** Stands among the public pages, and is one viewer's own. */
const privatePage = "/papers/submit";

const nextConfig: NextConfig = {
	typedRoutes: true,
	// Else a lockfile in a folder above is taken for the project's.
	turbopack: { root: import.meta.dirname },
	poweredByHeader: false,
	// `npm start` does it better: scripts/site/finished-pages.mjs.
	compress: false,
	reactStrictMode: true,
	// The same on all machines that build the same sources: a page of one goes on to pages of another without being loaded whole.
	generateBuildId: () => process.env.BROADSHEET_BUILD_ID ?? null,
	// Types are checked by `npm test`; a start should not wait for them.
	typescript: { ignoreBuildErrors: true },
	images: { unoptimized: true },
	experimental: {
		// Anyone can ask for pages that don't exist; they must fill a bounded memory, not the disk.
		isrFlushToDisk: false,
	},
	serverExternalPackages: ["pino", "pg"],
	async rewrites() {
		// One cached page serves all three addresses of the newest day. A page without parameters would be rendered while building.
		const newest = ["/", "/papers"].map((source) => ({ source, destination: "/papers/date/newest" }));
		const indexes = ["authors", "orgs", "topics"].map((kind) => ({
			source: `/${kind}`,
			destination: `/indexes/${kind}`,
		}));
		const markdown = [
			{ source: "/papers/:kind(date|week|month)/:key([^/]+)\\.md", destination: "/api/markdown/:kind/:key" },
			{ source: "/papers/:id(.+)\\.md", destination: "/api/markdown/papers/:id" },
		];
		const citations = { source: "/papers/:id(.+)\\.:format(bib|ris)", destination: "/api/cite/:format/:id" };
		return { beforeFiles: [...newest, ...indexes, citations, ...markdown] };
	},
	async redirects() {
		// Not a rewrite: under the page's own address a cache could hand Markdown to browsers.
		return paperPages.map((source) => ({
			source,
			has: [{ type: "header" as const, key: "accept", value: "(.*)text/markdown(.*)" }],
			destination: `${source.replaceAll(/\([^)]*\)+/g, "")}.md`,
			permanent: false,
		}));
	},
	async headers() {
		return [
			// What a page loads does not decide about pages; these headers on each of its files would outweigh the smaller ones.
			{ source: "/:path((?!_next/static/).*)", headers: securityHeaders },
			{ source: "/_next/static/:path*", headers: [{ key: "X-Content-Type-Options", value: "nosniff" }] },
			...publicPages.map((source) => ({ source, headers: [{ key: "Cache-Control", value: SHARED_CACHING }] })),
			// After those: of two values for one header the later counts. Component data, and what else is no page, stands under the
			// page's own address; Next would have caches keep it for a year.
			...["rsc", "content-type"].map((key) => ({
				source: "/:path*",
				has: [{ type: "header" as const, key }],
				headers: [{ key: "Cache-Control", value: "private, no-store" }],
			})),
			...paperPages.map((source) => ({
				source,
				headers: [{ key: "Content-Security-Policy", value: contentSecurityPolicy(THUMBNAIL_HOSTS) }],
			})),
			{ source: privatePage, headers: [{ key: "Cache-Control", value: "private, no-store" }] },
			// Has no forms, so that it can tell even less than those.
			{ source: "/library/feed/:token", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
			...tokenPages.map((source) => ({ source, headers: [{ key: "Referrer-Policy", value: "strict-origin" }] })),
		];
	},
};

export default nextConfig;
