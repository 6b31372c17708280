-- In the order in which ingest and index job come to them, so that none of them and this wait for each other.
LOCK TABLE "organizations", "papers", "topics" IN SHARE ROW EXCLUSIVE MODE;

CREATE EXTENSION IF NOT EXISTS "pg_trgm";
CREATE EXTENSION IF NOT EXISTS "unaccent";

-- CreateTable
CREATE TABLE "paper_search" (
    "paper_id" TEXT NOT NULL,
    "document" tsvector NOT NULL,

    CONSTRAINT "paper_search_pkey" PRIMARY KEY ("paper_id")
);

-- CreateTable
CREATE TABLE "search_lexemes" (
    "lexeme" TEXT COLLATE "C" NOT NULL,
    "papers" INTEGER NOT NULL,

    CONSTRAINT "search_lexemes_pkey" PRIMARY KEY ("lexeme")
);

-- CreateTable
CREATE TABLE "search_words" (
    -- Bytes in order, so that the key finds beginnings of words too.
    "word" TEXT COLLATE "C" NOT NULL,
    "lexeme" TEXT COLLATE "C" NOT NULL,

    CONSTRAINT "search_words_pkey" PRIMARY KEY ("word")
);

-- CreateTable
CREATE TABLE "search_compounds" (
    "word" TEXT COLLATE "C" NOT NULL,
    "lexeme" TEXT COLLATE "C" NOT NULL,
    "parts" TEXT NOT NULL,

    CONSTRAINT "search_compounds_pkey" PRIMARY KEY ("word")
);

-- CreateIndex
CREATE INDEX "paper_search_document_idx" ON "paper_search" USING GIN ("document");

-- CreateIndex
CREATE INDEX "search_words_lexeme_idx" ON "search_words"("lexeme");

-- CreateIndex
CREATE INDEX "search_compounds_lexeme_idx" ON "search_compounds"("lexeme");

-- CreateIndex
CREATE INDEX "search_words_word_idx" ON "search_words" USING GIN ("word" gin_trgm_ops);

-- CreateIndex
CREATE INDEX "papers_upvotes_listed_at_id_idx" ON "papers"("upvotes" DESC, "listed_at", "id");

-- CreateIndex
CREATE INDEX "topics_name_idx" ON "topics" USING GIN ("name" gin_trgm_ops);

-- AddForeignKey
ALTER TABLE "paper_search" ADD CONSTRAINT "paper_search_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "papers"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- What Prisma's language has no words for.

ALTER TABLE "search_lexemes" ADD CONSTRAINT "search_lexemes_papers_not_negative" CHECK ("papers" >= 0);

-- Reading a document takes longer if it is compressed or kept elsewhere, which Postgres does above 2 KB unless told otherwise.
ALTER TABLE "paper_search" SET (toast_tuple_target = 8160);
ALTER TABLE "paper_search" ALTER COLUMN "document" SET STORAGE EXTERNAL;

-- Lower case without accents, hyphens as they are. "unaccent" is not immutable only because its rules can be changed.
CREATE FUNCTION "fold_letters"("text" text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN lower(unaccent('unaccent'::regdictionary, "text"));

-- The words of a text, folded, with one space between. Punctuation is taken away here, as Postgres's parser sees addresses,
-- files and numbers with signs in it.
CREATE FUNCTION "fold_words"("text" text) RETURNS text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN trim(regexp_replace("fold_letters"("text"), '[\x01-/:-@\[-`{-\u00bf\u2000-\u206f\u3000-\u303f]+', ' ', 'g'));

-- The words that are written with hyphens, each as its parts with spaces between.
CREATE FUNCTION "split_compounds"("text" text) RETURNS SETOF text
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE ROWS 5
BEGIN ATOMIC
    SELECT replace("found"[1], '-', ' ')
    FROM regexp_matches("fold_letters"("text"), '\m[[:alnum:]]+(?:-[[:alnum:]]+)+\M', 'g') AS "found";
END;

-- The lexemes of a text. A compound stands there by its parts and, at the end, in one word.
CREATE FUNCTION "to_lexemes"("text" text) RETURNS tsvector
LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN to_tsvector('pg_catalog.english', "fold_words"("text") || ' '
    || (SELECT coalesce(string_agg(replace("parts", ' ', ''), ' '), '') FROM "split_compounds"("text") AS "parts"));

-- All that is said of a paper and searched by words. The machine-made summary is not: nobody who wrote the paper said it.
CREATE FUNCTION "search_texts"("paper" "papers", OUT "title" text, OUT "names" text, OUT "keywords" text, OUT "abstract" text)
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT "paper"."title",
        concat_ws(' ',
            (SELECT string_agg("name", ' ' ORDER BY "position") FROM "paper_authors" WHERE "paper_id" = "paper"."id"),
            (SELECT "name" FROM "organizations" WHERE "id" = "paper"."organization_id")),
        array_to_string("paper"."keywords", ' '),
        "paper"."abstract";
END;

-- What a paper is found by: its words with their places, and marks, which no word can be taken for:
-- `=word` in the title, `@name` of an author, `#1` topic, `/o…` organisation, `/code`, and when it was listed: `/y2026`,
-- `/q2026-2` (quarter), `/m2026-06`.
CREATE FUNCTION "search_document"("paper" "papers") RETURNS tsvector
LANGUAGE sql STABLE
BEGIN ATOMIC
    SELECT setweight("to_lexemes"("title"), 'A') || setweight("to_lexemes"("names"), 'B')
        || setweight("to_lexemes"("keywords"), 'B') || setweight("to_lexemes"("abstract"), 'C')
        || array_to_tsvector(ARRAY(
            SELECT '=' || "lexeme" FROM unnest(tsvector_to_array("to_lexemes"("title"))) AS "lexeme"
            UNION SELECT '@' || "word" FROM "paper_authors", string_to_table("fold_words"("name"), ' ') AS "word"
                WHERE "paper_id" = "paper"."id" AND length("word") BETWEEN 1 AND 100
            UNION SELECT '#' || "topic_id" FROM "paper_topics" WHERE "paper_id" = "paper"."id"
            UNION SELECT '/o' || "paper"."organization_id" WHERE "paper"."organization_id" IS NOT NULL
            UNION SELECT unnest(ARRAY[
                to_char("paper"."edition_date", '"/y"YYYY'),
                to_char("paper"."edition_date", '"/q"YYYY-Q'),
                to_char("paper"."edition_date", '"/m"YYYY-MM')
            ]) WHERE "paper"."edition_date" IS NOT NULL
            UNION SELECT '/code' WHERE "paper"."github_repo" IS NOT NULL
        ))
    FROM "search_texts"("paper");
END;

-- In how many documents each lexeme stands follows the documents, whichever code writes them. Those who do take turns, as two
-- would wait for each other in a circle.
CREATE FUNCTION "count_lexemes"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF TG_OP = 'TRUNCATE' THEN
        DELETE FROM "search_lexemes";
        RETURN NULL;
    END IF;
    IF TG_OP <> 'INSERT' THEN
        UPDATE "search_lexemes" held SET "papers" = held."papers" - "gone"."papers"
        FROM (
            SELECT "lexeme", count(*) AS "papers" FROM "before", unnest(tsvector_to_array("document")) AS "lexeme" GROUP BY 1
        ) AS "gone" WHERE held."lexeme" = "gone"."lexeme";
    END IF;
    IF TG_OP <> 'DELETE' THEN
        INSERT INTO "search_lexemes" AS held ("lexeme", "papers")
        SELECT "lexeme", count(*) FROM "after", unnest(tsvector_to_array("document")) AS "lexeme" GROUP BY 1
        ON CONFLICT ("lexeme") DO UPDATE SET "papers" = held."papers" + excluded."papers";
    END IF;
    RETURN NULL;
END
$$;

CREATE TRIGGER "documents_added_count" AFTER INSERT ON "paper_search"
    REFERENCING NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();
CREATE TRIGGER "documents_changed_count" AFTER UPDATE ON "paper_search"
    REFERENCING OLD TABLE AS "before" NEW TABLE AS "after" FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();
CREATE TRIGGER "documents_emptied_count" AFTER TRUNCATE ON "paper_search"
    FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();
CREATE TRIGGER "documents_gone_count" AFTER DELETE ON "paper_search"
    REFERENCING OLD TABLE AS "before" FOR EACH STATEMENT EXECUTE FUNCTION "count_lexemes"();

-- What else documents are made of has changed: whether and when a paper is listed, its code, its organisation, and its authors,
-- whose change moves "updated_at". The title and the like are seen to already.
CREATE TRIGGER "papers_listed_anew_are_indexed_anew" BEFORE UPDATE ON "papers"
    FOR EACH ROW WHEN (
        (NEW."edition_date", NEW."hidden_at", NEW."organization_id", NEW."github_repo", NEW."updated_at")
            IS DISTINCT FROM (OLD."edition_date", OLD."hidden_at", OLD."organization_id", OLD."github_repo", OLD."updated_at")
    ) EXECUTE FUNCTION "forget_indexed"();

CREATE FUNCTION "forget_indexed_of_organization"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE "papers" SET "indexed_at" = NULL WHERE "organization_id" = NEW."id" AND "indexed_at" IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER "organizations_renamed_are_indexed_anew" AFTER UPDATE ON "organizations"
    FOR EACH ROW WHEN (NEW."name" <> OLD."name") EXECUTE FUNCTION "forget_indexed_of_organization"();

-- Those that are held already are found after the next run of the index job.
UPDATE "papers" SET "indexed_at" = NULL WHERE "indexed_at" IS NOT NULL;
