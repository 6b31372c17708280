/** The packages come without types; this is what the tests use of them. */
declare module "@citation-js/core" {
	export const plugins: {
		input: { chain(text: string, options: { forceType: string; target?: string; generateGraph?: boolean }): unknown };
	};
}
declare module "@citation-js/plugin-bibtex";
declare module "@citation-js/plugin-ris";
declare module "html-metadata" {
	const reader: { loadFromString(html: string): Promise<unknown> };
	export default reader;
}
