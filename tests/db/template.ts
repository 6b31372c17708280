/** The migrated database that every test file gets a copy of. Nobody may connect to it: copying it would fail meanwhile. */
export const TEMPLATE = "template";
