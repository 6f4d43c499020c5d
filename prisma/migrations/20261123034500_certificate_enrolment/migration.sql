-- CreateEnum
CREATE TYPE "EnrolmentState" AS ENUM ('open', 'signed', 'confirmed', 'refused', 'cancelled');

-- AlterTable
ALTER TABLE "signer_certificate" ADD COLUMN     "withdrawn_why" TEXT;

-- CreateTable
CREATE TABLE "certificate_enrolment" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "state" "EnrolmentState" NOT NULL DEFAULT 'open',
    "paper" BYTEA NOT NULL,
    "prepared_pdf" BYTEA,
    "prepared_sha256" TEXT,
    "gap" JSONB,
    "attributes" BYTEA,
    "der" BYTEA,
    "fingerprint" TEXT,
    "subject" TEXT,
    "issuer" TEXT,
    "serial" TEXT,
    "valid_from" TIMESTAMPTZ(3),
    "valid_until" TIMESTAMPTZ(3),
    "signed_pdf" BYTEA,
    "verdict" JSONB,
    "remarks" JSONB NOT NULL DEFAULT '[]',
    "replaces_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_by" TEXT,
    "decided_at" TIMESTAMPTZ(3),
    "reason" TEXT,

    CONSTRAINT "certificate_enrolment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "certificate_enrolment_user_id_idx" ON "certificate_enrolment"("user_id");

-- CreateIndex
CREATE INDEX "certificate_enrolment_unit_id_state_idx" ON "certificate_enrolment"("unit_id", "state");

-- AddForeignKey
ALTER TABLE "certificate_enrolment" ADD CONSTRAINT "certificate_enrolment_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_enrolment" ADD CONSTRAINT "certificate_enrolment_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
