-- CreateTable
CREATE TABLE "code_list_version" (
    "id" SERIAL NOT NULL,
    "list" TEXT NOT NULL,
    "number" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "basis" TEXT NOT NULL,
    "file_name" TEXT,
    "summary" TEXT NOT NULL,
    "undoes" INTEGER,
    "by_user_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_list_version_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "code_list_entry" (
    "version_id" INTEGER NOT NULL,
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "valid_from" TEXT,
    "valid_until" TEXT,
    "group" TEXT,
    "note" TEXT,
    "successor" TEXT,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "code_list_entry_pkey" PRIMARY KEY ("version_id","code")
);

-- CreateTable
CREATE TABLE "code_usage" (
    "list" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "approved" INTEGER NOT NULL,
    "drafts" INTEGER NOT NULL,
    "revisions" INTEGER NOT NULL,

    CONSTRAINT "code_usage_pkey" PRIMARY KEY ("list","code")
);

-- CreateTable
CREATE TABLE "code_usage_count" (
    "list" TEXT NOT NULL,
    "counted_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "code_usage_count_pkey" PRIMARY KEY ("list")
);

-- CreateIndex
CREATE UNIQUE INDEX "code_list_version_undoes_key" ON "code_list_version"("undoes");

-- CreateIndex
CREATE UNIQUE INDEX "code_list_version_list_number_key" ON "code_list_version"("list", "number");

-- AddForeignKey
ALTER TABLE "code_list_entry" ADD CONSTRAINT "code_list_entry_version_id_fkey" FOREIGN KEY ("version_id") REFERENCES "code_list_version"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What was taken is taken back by another version, never edited.
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "code_list_version" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON "code_list_entry" FOR EACH STATEMENT EXECUTE FUNCTION refuse_rewrite();
