CREATE TABLE "dunning_pauses" (
	"invoice_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"note" text NOT NULL,
	"paused_by" uuid NOT NULL,
	"paused_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dunning_pauses_note" CHECK ("dunning_pauses"."note" <> '')
);
--> statement-breakpoint
CREATE TABLE "unbilled_time" (
	"time_entry_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"contract_line_id" uuid NOT NULL,
	"month_on" date NOT NULL,
	"minutes" integer NOT NULL,
	"bill_minor" bigint
);
--> statement-breakpoint
ALTER TABLE "invoice_documents" ADD COLUMN "ubl_sha256" text;--> statement-breakpoint
ALTER TABLE "invoice_documents" ADD COLUMN "cii_sha256" text;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD COLUMN "credits_line_id" uuid;--> statement-breakpoint
ALTER TABLE "invoices" ADD COLUMN "prepaid_minor" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "provider" ADD COLUMN "review_from_minor" bigint;--> statement-breakpoint
ALTER TABLE "dunning_pauses" ADD CONSTRAINT "dunning_pauses_invoice_id_invoices_id_fk" FOREIGN KEY ("invoice_id") REFERENCES "public"."invoices"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_pauses" ADD CONSTRAINT "dunning_pauses_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dunning_pauses" ADD CONSTRAINT "dunning_pauses_paused_by_staff_id_fk" FOREIGN KEY ("paused_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unbilled_time" ADD CONSTRAINT "unbilled_time_entry" FOREIGN KEY ("project_id","time_entry_id") REFERENCES "public"."time_entries"("project_id","id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unbilled_time_of_line" ON "unbilled_time" USING btree ("project_id","contract_line_id","month_on");--> statement-breakpoint
ALTER TABLE "invoice_documents" ADD CONSTRAINT "invoice_documents_ubl_sha256_files_sha256_fk" FOREIGN KEY ("ubl_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_documents" ADD CONSTRAINT "invoice_documents_cii_sha256_files_sha256_fk" FOREIGN KEY ("cii_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invoice_lines" ADD CONSTRAINT "invoice_lines_credits" FOREIGN KEY ("project_id","credits_line_id") REFERENCES "public"."invoice_lines"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invoice_lines_credited" ON "invoice_lines" USING btree ("credits_line_id");--> statement-breakpoint
CREATE INDEX "invoice_lines_of_contract_line" ON "invoice_lines" USING btree ("contract_line_id");--> statement-breakpoint
CREATE INDEX "invoices_refers" ON "invoices" USING btree ("refers_to");--> statement-breakpoint
CREATE INDEX "invoices_due_on" ON "invoices" USING btree ("due_on");--> statement-breakpoint
ALTER TABLE "invoices" ADD CONSTRAINT "invoices_prepaid" CHECK ("invoices"."prepaid_minor" = 0 or "invoices"."prepaid_minor" between 0 and "invoices"."gross_minor");--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_review" CHECK ("provider"."review_from_minor" >= 0);--> statement-breakpoint
ALTER TABLE "provider" ADD CONSTRAINT "provider_dunning" CHECK (cardinality("provider"."dunning_days") = 3 and cardinality("provider"."dunning_fees_minor") = 3
        and 1 <= all ("provider"."dunning_days") and 0 <= all ("provider"."dunning_fees_minor")
        and "provider"."dunning_days"[1] < "provider"."dunning_days"[2] and "provider"."dunning_days"[2] < "provider"."dunning_days"[3]);