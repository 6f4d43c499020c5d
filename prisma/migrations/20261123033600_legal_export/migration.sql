-- CreateEnum
CREATE TYPE "ExportKind" AS ENUM ('cv', 'list');

-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('requested', 'signed', 'issued', 'replaced', 'refused', 'cancelled');

-- CreateTable
CREATE TABLE "legal_export" (
    "id" UUID NOT NULL,
    "kind" "ExportKind" NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'requested',
    "unit_id" UUID NOT NULL,
    "record_id" UUID,
    "subject_name" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL,
    "replaces_id" UUID,
    "verify_code" UUID NOT NULL DEFAULT gen_random_uuid(),
    "statement" TEXT,
    "paper_pdf" BYTEA,
    "prepared_pdf" BYTEA,
    "prepared_sha256" TEXT,
    "gap" JSONB,
    "attributes" BYTEA,
    "certificate_id" UUID,
    "signed_pdf" BYTEA,
    "verdict" JSONB,
    "signer_id" UUID,
    "signer_name" TEXT,
    "signer_title" TEXT,
    "signer_certificate_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "sealed_by_id" UUID,
    "sealed_by" TEXT,
    "year" INTEGER,
    "number" INTEGER,
    "closed_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "legal_export_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "legal_export_verify_code_key" ON "legal_export"("verify_code");

-- CreateIndex
CREATE INDEX "legal_export_unit_id_state_idx" ON "legal_export"("unit_id", "state");

-- CreateIndex
CREATE INDEX "legal_export_record_id_idx" ON "legal_export"("record_id");

-- CreateIndex
CREATE INDEX "legal_export_requested_by_id_idx" ON "legal_export"("requested_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "legal_export_unit_id_year_number_key" ON "legal_export"("unit_id", "year", "number");

-- AddForeignKey
ALTER TABLE "legal_export" ADD CONSTRAINT "legal_export_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;


-- An issued document is replaced, never edited and never deleted (NĐ 30/2020, Điều 18).
CREATE FUNCTION keep_issued_export() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    RAISE EXCEPTION 'a legal export is never deleted' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF OLD.state IN ('issued', 'replaced') AND (
    NEW.state NOT IN ('issued', 'replaced')
    OR (to_jsonb(NEW) - 'state') IS DISTINCT FROM (to_jsonb(OLD) - 'state')
  ) THEN
    RAISE EXCEPTION 'an issued document is never edited' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER keep_issued BEFORE UPDATE OR DELETE ON "legal_export" FOR EACH ROW EXECUTE FUNCTION keep_issued_export();

-- The keeper of the seal registers no person: an agency has one certificate at a time.
CREATE UNIQUE INDEX "signer_certificate_agency" ON "signer_certificate" ("unit_id") WHERE "user_id" IS NULL AND "withdrawn_at" IS NULL;
