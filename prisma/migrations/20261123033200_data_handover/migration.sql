-- CreateTable
CREATE TABLE "data_handover" (
    "id" UUID NOT NULL,
    "movement_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "sha256" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "name" TEXT NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_handover_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "data_handover_receipt" (
    "handover_id" UUID NOT NULL,
    "document_no" TEXT NOT NULL,
    "received_on" DATE NOT NULL,
    "received_by" TEXT NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "data_handover_receipt_pkey" PRIMARY KEY ("handover_id")
);

-- CreateTable
CREATE TABLE "received_package" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "movement_id" UUID NOT NULL,
    "from_unit" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "signer" TEXT NOT NULL,
    "verdict" JSONB NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "received_package_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "data_handover_movement_id_idx" ON "data_handover"("movement_id");

-- CreateIndex
CREATE UNIQUE INDEX "received_package_sha256_key" ON "received_package"("sha256");

-- CreateIndex
CREATE UNIQUE INDEX "received_package_movement_id_key" ON "received_package"("movement_id");

-- AddForeignKey
ALTER TABLE "data_handover" ADD CONSTRAINT "data_handover_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "data_handover_receipt" ADD CONSTRAINT "data_handover_receipt_handover_id_fkey" FOREIGN KEY ("handover_id") REFERENCES "data_handover"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "received_package" ADD CONSTRAINT "received_package_movement_id_fkey" FOREIGN KEY ("movement_id") REFERENCES "movement"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was handed over and taken in stays written.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "data_handover" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "data_handover_receipt" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "received_package" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
