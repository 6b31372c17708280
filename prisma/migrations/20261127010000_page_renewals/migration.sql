-- What was made out of date, for every process that keeps pages: each looks here and drops its own.
CREATE TABLE page_renewals (
    id BIGSERIAL PRIMARY KEY,
    pages TEXT[],
    asked_at TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP
);
