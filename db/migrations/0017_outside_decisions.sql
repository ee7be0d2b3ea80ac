CREATE TABLE "correction_agreements" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"agreed_by" uuid NOT NULL,
	"agreed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_envelopes" (
	"decision_id" uuid PRIMARY KEY NOT NULL,
	"project_id" uuid NOT NULL,
	"service" text NOT NULL,
	"envelope_id" text NOT NULL,
	"completed_at" timestamp with time zone NOT NULL,
	"document_name" text NOT NULL,
	"document_sha256" text NOT NULL,
	"completion_name" text NOT NULL,
	"completion_sha256" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outside_signers" (
	"decision_id" uuid NOT NULL,
	"project_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"contact_id" uuid NOT NULL,
	"on_behalf_of" uuid,
	"authority" jsonb NOT NULL,
	CONSTRAINT "outside_signers_decision_id_contact_id_pk" PRIMARY KEY("decision_id","contact_id")
);
--> statement-breakpoint
ALTER TABLE "signatures" DROP CONSTRAINT "signatures_once";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_kind";--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_deemed";--> statement-breakpoint
ALTER TABLE "signatures" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "certificate_seals" ADD COLUMN "id" uuid DEFAULT gen_random_uuid() NOT NULL;--> statement-breakpoint
ALTER TABLE "correction_agreements" ADD CONSTRAINT "correction_agreements_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_agreements" ADD CONSTRAINT "correction_agreements_agreed_by_staff_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "correction_agreements" ADD CONSTRAINT "correction_agreements_decision" FOREIGN KEY ("project_id","decision_id") REFERENCES "public"."decisions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_envelopes" ADD CONSTRAINT "outside_envelopes_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_envelopes" ADD CONSTRAINT "outside_envelopes_document_sha256_files_sha256_fk" FOREIGN KEY ("document_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_envelopes" ADD CONSTRAINT "outside_envelopes_completion_sha256_files_sha256_fk" FOREIGN KEY ("completion_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_envelopes" ADD CONSTRAINT "outside_envelopes_recorded_by_staff_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."staff"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_envelopes" ADD CONSTRAINT "outside_envelopes_decision" FOREIGN KEY ("project_id","decision_id") REFERENCES "public"."decisions"("project_id","id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_signers" ADD CONSTRAINT "outside_signers_decision_id_outside_envelopes_decision_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."outside_envelopes"("decision_id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_signers" ADD CONSTRAINT "outside_signers_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_signers" ADD CONSTRAINT "outside_signers_contact_id_contacts_id_fk" FOREIGN KEY ("contact_id") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outside_signers" ADD CONSTRAINT "outside_signers_on_behalf_of_contacts_id_fk" FOREIGN KEY ("on_behalf_of") REFERENCES "public"."contacts"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "signatures" ADD CONSTRAINT "signatures_once" UNIQUE("submission_id","signed_by","round");--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_kind" CHECK ("decisions"."kind" in ('signed', 'deemed', 'outside'));--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_deemed" CHECK ("decisions"."kind" <> 'deemed' or ("decisions"."outcome" = 'accepted' and "decisions"."clause" is not null and "decisions"."clock" is not null));