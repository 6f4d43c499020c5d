-- Lists: the order of Vietnamese names, search by fragments, and what lists show of a record's working copy.
-- All of it follows from other columns by itself and is read by SQL only; Prisma does not know of it.

-- Trusted: the owner of a database may make it without being a superuser. Part of PostgreSQL's own contrib.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Without accents and case, as plain() in lib/catalogue/code-list.ts.
CREATE FUNCTION plain_text(text) RETURNS text LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
RETURN translate(lower(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g')), 'đ', 'd');

-- Given name first, tones and all, then the rest: comparing the whole name at once would let a family name outweigh a tone.
ALTER TABLE "person"
  ADD COLUMN "given_name" TEXT COLLATE "vi-x-icu" GENERATED ALWAYS AS (coalesce(substring("full_name" from '\S+$'), '')) STORED,
  ADD COLUMN "family_name" TEXT COLLATE "vi-x-icu" GENERATED ALWAYS AS (coalesce(substring("full_name" from '^(.*\S)\s+\S+$'), '')) STORED,
  ADD COLUMN "search_text" TEXT GENERATED ALWAYS AS (' ' || "search_name" || ' ' || "citizen_id") STORED;
CREATE INDEX "person_by_name" ON "person" ("given_name", "family_name", "id");
CREATE INDEX "person_search_text" ON "person" USING gin ("search_text" gin_trgm_ops);

ALTER TABLE "record"
  ADD COLUMN "phone" TEXT GENERATED ALWAYS AS (regexp_replace("draft" #>> '{identity,phone}', '\D', '', 'g')) STORED,
  ADD COLUMN "gender" TEXT GENERATED ALWAYS AS ("draft" #>> '{identity,gender}') STORED,
  ADD COLUMN "position" TEXT GENERATED ALWAYS AS ("draft" #>> '{position,current_position}') STORED,
  ADD COLUMN "rank" TEXT GENERATED ALWAYS AS ("draft" #>> '{salary,rank}') STORED,
  ADD COLUMN "party_member" BOOLEAN GENERATED ALWAYS AS (CASE "draft" #>> '{affiliation,is_party_member}' WHEN 'true' THEN TRUE WHEN 'false' THEN FALSE END) STORED;
CREATE INDEX "record_phone" ON "record" USING gin ("phone" gin_trgm_ops);

-- The log, by part of a name.
CREATE INDEX "audit_event_actor_name" ON "audit_event" USING gin (plain_text("actor_name") gin_trgm_ops);
CREATE INDEX "audit_event_subject_name" ON "audit_event" USING gin (plain_text("subject_name") gin_trgm_ops);
