CREATE TABLE "certificate_seals" (
	"project_id" uuid NOT NULL,
	"certificate_id" uuid NOT NULL,
	"level" text NOT NULL,
	"file_sha256" text NOT NULL,
	"key_fingerprint" text NOT NULL,
	"sealed_at" timestamp with time zone NOT NULL,
	"timestamped_at" timestamp with time zone,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "certificate_seals_certificate_id_level_pk" PRIMARY KEY("certificate_id","level"),
	CONSTRAINT "certificate_seals_file" UNIQUE("file_sha256"),
	CONSTRAINT "certificate_seals_level" CHECK (("certificate_seals"."level" = 'B-T') = ("certificate_seals"."timestamped_at" is not null)),
	CONSTRAINT "certificate_seals_known_level" CHECK ("certificate_seals"."level" in ('B-B', 'B-T'))
);
--> statement-breakpoint
ALTER TABLE "certificate_seals" ADD CONSTRAINT "certificate_seals_project_id_projects_id_fk" FOREIGN KEY ("project_id") REFERENCES "public"."projects"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_seals" ADD CONSTRAINT "certificate_seals_certificate_id_certificates_id_fk" FOREIGN KEY ("certificate_id") REFERENCES "public"."certificates"("id") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_seals" ADD CONSTRAINT "certificate_seals_file_sha256_files_sha256_fk" FOREIGN KEY ("file_sha256") REFERENCES "public"."files"("sha256") ON DELETE restrict ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificate_seals" ADD CONSTRAINT "certificate_seals_key_fingerprint_ledger_keys_fingerprint_fk" FOREIGN KEY ("key_fingerprint") REFERENCES "public"."ledger_keys"("fingerprint") ON DELETE restrict ON UPDATE no action;