CREATE TABLE "ledger_chains" (
	"project_id" uuid PRIMARY KEY NOT NULL,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_checkpoints" (
	"number" bigint PRIMARY KEY NOT NULL,
	"taken_at" timestamp with time zone NOT NULL,
	"root" text NOT NULL,
	"payload" text NOT NULL,
	"signature" text NOT NULL,
	"key_fingerprint" text NOT NULL,
	CONSTRAINT "ledger_checkpoints_number" CHECK ("ledger_checkpoints"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_disclosures" (
	"project_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"pointer" text NOT NULL,
	"person_id" uuid NOT NULL,
	"commitment" text NOT NULL,
	"salt" text NOT NULL,
	"value" text NOT NULL,
	CONSTRAINT "ledger_disclosures_project_id_seq_pointer_pk" PRIMARY KEY("project_id","seq","pointer")
);
--> statement-breakpoint
CREATE TABLE "ledger_entries" (
	"project_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"kind" text NOT NULL,
	"fact_id" uuid NOT NULL,
	"entered_at" timestamp with time zone NOT NULL,
	"entry" text NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL,
	CONSTRAINT "ledger_entries_project_id_seq_pk" PRIMARY KEY("project_id","seq"),
	CONSTRAINT "ledger_entries_once" UNIQUE("project_id","fact_id","kind"),
	CONSTRAINT "ledger_entries_seq" CHECK ("ledger_entries"."seq" > 0),
	CONSTRAINT "ledger_entries_hashes" CHECK ("ledger_entries"."hash" ~ '^[0-9a-f]{64}$' and "ledger_entries"."previous_hash" ~ '^[0-9a-f]{64}$')
);
--> statement-breakpoint
CREATE TABLE "ledger_keys" (
	"fingerprint" text PRIMARY KEY NOT NULL,
	"algorithm" text NOT NULL,
	"certificates" jsonb NOT NULL,
	"first_used_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_proofs" (
	"number" bigint NOT NULL,
	"project_id" uuid NOT NULL,
	"seq" bigint NOT NULL,
	"head" text NOT NULL,
	"leaf_index" integer NOT NULL,
	"path" jsonb NOT NULL,
	CONSTRAINT "ledger_proofs_project_id_number_pk" PRIMARY KEY("project_id","number")
);
--> statement-breakpoint
CREATE TABLE "ledger_timestamps" (
	"number" bigint PRIMARY KEY NOT NULL,
	"token" text NOT NULL,
	"stamped_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_openings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"project_id" uuid NOT NULL,
	"submission_id" uuid NOT NULL,
	"contact_id" uuid NOT NULL,
	"file_position" integer,
	"opened_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "submission_openings_once" UNIQUE NULLS NOT DISTINCT("submission_id","contact_id","file_position")
);
--> statement-breakpoint
ALTER TABLE "ledger_chains" ADD CONSTRAINT "ledger_chains_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_checkpoints" ADD CONSTRAINT "ledger_checkpoints_key_fingerprint_ledger_keys_fingerprint_fk" FOREIGN KEY ("key_fingerprint") REFERENCES "public"."ledger_keys"("fingerprint") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_disclosures" ADD CONSTRAINT "ledger_disclosures_entry" FOREIGN KEY ("project_id","seq") REFERENCES "public"."ledger_entries"("project_id","seq") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_entries" ADD CONSTRAINT "ledger_entries_project_id_ledger_chains_project_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."ledger_chains"("project_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_proofs" ADD CONSTRAINT "ledger_proofs_number_ledger_checkpoints_number_fk" FOREIGN KEY ("number") REFERENCES "public"."ledger_checkpoints"("number") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_proofs" ADD CONSTRAINT "ledger_proofs_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_timestamps" ADD CONSTRAINT "ledger_timestamps_number_ledger_checkpoints_number_fk" FOREIGN KEY ("number") REFERENCES "public"."ledger_checkpoints"("number") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_openings" ADD CONSTRAINT "submission_openings_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_openings" ADD CONSTRAINT "submission_openings_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_openings" ADD CONSTRAINT "submission_openings_submission" FOREIGN KEY ("project_id","submission_id") REFERENCES "public"."submissions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "ledger_disclosures_of_person" ON "ledger_disclosures" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "ledger_proofs_of_checkpoint" ON "ledger_proofs" USING btree ("number");