-- CreateTable
CREATE TABLE "unit_comparison" (
    "day" DATE NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "version" TEXT NOT NULL DEFAULT '',
    "units" INTEGER NOT NULL DEFAULT 0,
    "comparison" JSONB,
    "failure" TEXT,

    CONSTRAINT "unit_comparison_pkey" PRIMARY KEY ("day")
);
