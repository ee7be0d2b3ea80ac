ALTER TABLE "ledger_entries" DROP CONSTRAINT "ledger_entries_project_id_ledger_chains_project_id_fk";
