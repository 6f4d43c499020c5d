-- Nobody has two main postings on one day, whatever writes them. A day that ends before it begins (an appointment that never
-- took place) claims no day. Judged at the end of what is done, since one posting is ended and the next begun together.
CREATE EXTENSION IF NOT EXISTS btree_gist;

ALTER TABLE "posting" ADD CONSTRAINT "posting_apart"
  EXCLUDE USING gist ("person_id" WITH =, daterange("valid_from", "valid_until" + 1) WITH &&)
  DEFERRABLE INITIALLY DEFERRED;
