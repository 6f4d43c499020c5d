-- CreateTable
CREATE TABLE "security_incident" (
    "id" UUID NOT NULL,
    "description" TEXT NOT NULL,
    "unit_id" UUID NOT NULL,
    "unit_name" TEXT NOT NULL,
    "unit_path" TEXT NOT NULL,
    "discovered_on" DATE NOT NULL,
    "report_due" TIMESTAMPTZ(3) NOT NULL,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "security_incident_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "security_incident_unit_path_idx" ON "security_incident"("unit_path");

-- What happened is not rewritten.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "security_incident" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
