/**
 * @param {NodeJS.ProcessEnv} settings
 * @returns {boolean} whether this is a trial, which shows its mail: as the host says, else with the embedded Postgres
 */
export function isDemo({ BROADSHEET_DEMO: said, DATABASE_URL: database }) {
	return said === undefined ? database === undefined : said === "1" || said === "true";
}
