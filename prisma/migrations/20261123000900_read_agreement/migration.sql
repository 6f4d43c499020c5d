-- CreateTable
CREATE TABLE "read_agreement" (
    "id" UUID NOT NULL,
    "user_id" UUID NOT NULL,
    "unit_id" UUID NOT NULL,
    "places" TEXT[],
    "document_no" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_until" DATE NOT NULL,
    "given_by_id" UUID NOT NULL,
    "given_by" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "revoked_by" TEXT,
    "revoke_reason" TEXT,

    CONSTRAINT "read_agreement_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "read_agreement_user_id_idx" ON "read_agreement"("user_id");

-- CreateIndex
CREATE INDEX "read_agreement_unit_id_idx" ON "read_agreement"("unit_id");

-- AddForeignKey
ALTER TABLE "read_agreement" ADD CONSTRAINT "read_agreement_user_id_fkey" FOREIGN KEY ("user_id") REFERENCES "user_account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "read_agreement" ADD CONSTRAINT "read_agreement_unit_id_fkey" FOREIGN KEY ("unit_id") REFERENCES "unit"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
