-- What is typed into a working copy is not yet a claim that shuts others out: the mistyped number of one person kept
-- another, whose number it is, from writing it. A number is settled by an account or an approved record.
DROP INDEX "record_number_citizen_id";
DROP INDEX "record_number_social_insurance_no";
DROP INDEX "record_number_staff_number";
DROP INDEX "record_number_national_staff_id";
CREATE INDEX "record_number_citizen_id" ON "record" ((draft -> 'identity' ->> 'citizen_id'));
CREATE INDEX "record_number_social_insurance_no" ON "record" ((draft -> 'identity' ->> 'social_insurance_no'));
CREATE INDEX "record_number_staff_number" ON "record" ((draft -> 'agency' ->> 'staff_number'));
CREATE INDEX "record_number_national_staff_id" ON "record" ((draft -> 'agency' ->> 'national_staff_id'));
CREATE INDEX "cv_number_citizen_id" ON "cv" ("citizen_id") WHERE "citizen_id" IS NOT NULL;
CREATE INDEX "cv_number_social_insurance_no" ON "cv" ("social_insurance_no") WHERE "social_insurance_no" IS NOT NULL;
CREATE INDEX "cv_number_staff_number" ON "cv" ("staff_number") WHERE "staff_number" IS NOT NULL;
CREATE INDEX "cv_number_national_staff_id" ON "cv" ("national_staff_id") WHERE "national_staff_id" IS NOT NULL;

-- CreateTable
CREATE TABLE "refused_number" (
    "record_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "ground" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "refused_number_pkey" PRIMARY KEY ("record_id","code")
);

-- AddForeignKey
ALTER TABLE "refused_number" ADD CONSTRAINT "refused_number_record_id_fkey" FOREIGN KEY ("record_id") REFERENCES "record"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- These numbers are found as what makes two records alike: all of them are judged once more.
UPDATE record_quality SET changes = changes + 1;
