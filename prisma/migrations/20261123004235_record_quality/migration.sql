-- CreateTable
CREATE TABLE "record_quality" (
    "record_id" UUID NOT NULL,
    "changes" INTEGER NOT NULL DEFAULT 1,
    "judged" INTEGER NOT NULL DEFAULT 0,
    "judged_on" DATE,
    "errors" INTEGER NOT NULL DEFAULT 0,
    "bad_codes" INTEGER NOT NULL DEFAULT 0,
    "affirmed_on" DATE,

    CONSTRAINT "record_quality_pkey" PRIMARY KEY ("record_id")
);

-- CreateIndex
CREATE INDEX "record_quality_judged_on_idx" ON "record_quality"("judged_on");

-- AddForeignKey
ALTER TABLE "record_quality" ADD CONSTRAINT "record_quality_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What waits to be judged again: found at once, however many there are that do not.
CREATE INDEX "record_quality_waiting" ON "record_quality" ("record_id") WHERE "judged" <> "changes";

-- Everything a judgement depends on counts the row up, whoever writes it: no road can forget to.
CREATE FUNCTION count_record_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO record_quality (record_id) VALUES (NEW.id)
  ON CONFLICT (record_id) DO UPDATE SET changes = record_quality.changes + 1;
  RETURN NULL;
END $$;
CREATE TRIGGER quality_counts_insert AFTER INSERT ON "record" FOR EACH ROW EXECUTE FUNCTION count_record_change();
CREATE TRIGGER quality_counts_change AFTER UPDATE OF "draft", "approved_revision_id" ON "record"
  FOR EACH ROW EXECUTE FUNCTION count_record_change();

CREATE FUNCTION count_confirmation() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE record_quality SET changes = changes + 1 WHERE record_id = NEW.record_id;
  RETURN NULL;
END $$;
CREATE TRIGGER quality_counts AFTER INSERT ON "record_confirmation" FOR EACH ROW EXECUTE FUNCTION count_confirmation();

-- A signature affirms also what it finds unchanged.
CREATE FUNCTION count_signature() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE record_quality SET changes = changes + 1
  FROM approval_item WHERE approval_item.batch_id = NEW.id AND record_quality.record_id = approval_item.record_id;
  RETURN NULL;
END $$;
CREATE TRIGGER quality_counts AFTER UPDATE OF "state" ON "approval_batch"
  FOR EACH ROW WHEN (NEW.state = 'approved') EXECUTE FUNCTION count_signature();

INSERT INTO record_quality (record_id) SELECT id FROM record;
