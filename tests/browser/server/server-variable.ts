/** Carries a `ServerInfo` as JSON from the global set-up to the processes that run the tests. */
export const SERVER_VARIABLE = "BROADSHEET_TEST_SERVER";
