import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128191138 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_account_id_return_order_id_purchase_order_id_unique";`);
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_return_id_unique";`);
    this.addSql(`create table if not exists "walmart_return" ("id" text not null, "account_id" text not null, "return_order_id" text not null, "purchase_order_id" text not null, "customer_order_id" text not null, "return_id" text null, "no_return" text check ("no_return" in ('kept', 'by_walmart', 'closed')) null, "is_replacement" boolean not null default false, "status" text check ("status" in ('initiated', 'delivered', 'completed', 'canceled')) not null default 'initiated', "requested_at" timestamptz null, "return_by" timestamptz null, "scanned_at" timestamptz null, "delivered_at" timestamptz null, "refund_by" timestamptz null, "carrier" text null, "tracking_number" text null, "lines" jsonb not null, "read_at" timestamptz not null, "refunded_amount" integer not null default 0, "is_refunded_by_walmart" boolean not null default false, "recorded_amount" integer not null default 0, "received" jsonb null, "wanted" jsonb null, "wanted_by" text null, "wanted_at" timestamptz null, "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "sent_at" timestamptz null, "error_code" text null, "error" text null, "remedy" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_return_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_return_return_id_unique" ON "walmart_return" ("return_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_deleted_at" ON "walmart_return" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_return_account_id_return_order_id_purchase_order_id_unique" ON "walmart_return" ("account_id", "return_order_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_purchase_order_id" ON "walmart_return" ("purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_tracking_number" ON "walmart_return" ("tracking_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_requested_at" ON "walmart_return" ("requested_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_refund_by" ON "walmart_return" ("refund_by") WHERE refund_by IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_attention" ON "walmart_return" ("account_id") WHERE error_code IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_queue" drop constraint if exists "walmart_queue_subject_check";`);

    this.addSql(`alter table if exists "walmart_account" add column if not exists "returns_polled_until" timestamptz null, add column if not exists "last_returns_poll_at" timestamptz null, add column if not exists "last_returns_poll_error" text null;`);

    this.addSql(`alter table if exists "walmart_queue" add constraint "walmart_queue_subject_check" check("subject" in ('order', 'stock', 'return'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`drop table if exists "walmart_return" cascade;`);

    this.addSql(`alter table if exists "walmart_queue" drop constraint if exists "walmart_queue_subject_check";`);

    this.addSql(`alter table if exists "walmart_account" drop column if exists "returns_polled_until", drop column if exists "last_returns_poll_at", drop column if exists "last_returns_poll_error";`);

    this.addSql(`alter table if exists "walmart_queue" add constraint "walmart_queue_subject_check" check("subject" in ('order', 'stock'));`);
  }

}
