import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128200100 extends Migration {

  override async up(): Promise<void> {
    this.makeWebhooks();
    this.makeStock();
    this.makeNotifications();
    this.makeReturns();
    this.widenTables();
  }

  /** The queue's subjects, events of webhooks, and the reads they ask for. */
  private makeWebhooks(): void {
    this.addSql(`alter table if exists "walmart_queue" add column if not exists "subject" text check ("subject" in ('order', 'stock', 'return', 'feed')) not null default 'order';`);
    this.addSql(`alter table if exists "walmart_webhook_event" drop constraint if exists "walmart_webhook_event_account_id_event_id_unique";`);
    this.addSql(`alter table if exists "walmart_webhook_count" drop constraint if exists "walmart_webhook_count_account_id_name_unique";`);
    this.addSql(`alter table if exists "walmart_read_request" drop constraint if exists "walmart_read_request_account_id_purchase_order_id_unique";`);
    this.addSql(`create table if not exists "walmart_read_request" ("id" text not null, "account_id" text not null, "purchase_order_id" text not null, "next_due_at" timestamptz null, "wanted" integer not null default 0, "fence" integer not null default 0, "attempts" integer not null default 0, "last_read_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_read_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_deleted_at" ON "walmart_read_request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_read_request_account_id_purchase_order_id_unique" ON "walmart_read_request" ("account_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_due" ON "walmart_read_request" ("next_due_at") WHERE next_due_at IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`create table if not exists "walmart_webhook_count" ("id" text not null, "account_id" text not null, "name" text not null, "times" integer not null default 0, "last_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_count_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_deleted_at" ON "walmart_webhook_count" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_account_id_name_unique" ON "walmart_webhook_count" ("account_id", "name") WHERE deleted_at IS NULL;`);
    this.addSql(`create table if not exists "walmart_webhook_event" ("id" text not null, "account_id" text not null, "event_id" text not null, "type" text not null, "sub_type" text null, "purchase_order_id" text null, "event_time" timestamptz null, "received_at" timestamptz not null, "handled_at" timestamptz null, "outcome" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_deleted_at" ON "walmart_webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_event_id_unique" ON "walmart_webhook_event" ("account_id", "event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_received_at" ON "walmart_webhook_event" ("account_id", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_received_at" ON "walmart_webhook_event" ("received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_unhandled" ON "walmart_webhook_event" ("account_id", "purchase_order_id") WHERE handled_at IS NULL AND deleted_at IS NULL;`);
  }

  /** What was compared, and figures of stock. */
  private makeStock(): void {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "compared_items" text[] null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_unfinished" ON "walmart_order" ("order_id") WHERE status IN ('open', 'partially_shipped') AND compared_as IS NULL AND deleted_at IS NULL;`);
    this.addSql(`alter table if exists "walmart_stock" drop constraint if exists "walmart_stock_account_id_sku_ship_node_id_unique";`);
    this.addSql(`create table if not exists "walmart_stock" ("id" text not null, "account_id" text not null, "sku" text not null, "ship_node_id" text not null default '', "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "wanted_at" timestamptz null, "sent_amount" integer null, "sent_at" timestamptz null, "walmart_amount" integer null, "read_at" timestamptz null, "available" integer null, "variant_id" text null, "stock_location_id" text null, "held_reason" text check ("held_reason" in ('recount', 'not_listed', 'not_counted')) null, "held_at" timestamptz null, "held_stocked" integer null, "error_code" text null, "error" text null, "remedy" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_stock_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_deleted_at" ON "walmart_stock" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_stock_account_id_sku_ship_node_id_unique" ON "walmart_stock" ("account_id", "sku", "ship_node_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_read_at" ON "walmart_stock" ("read_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_held" ON "walmart_stock" ("held_reason") WHERE held_reason IS NOT NULL AND deleted_at IS NULL;`);
  }

  /** Causes of messages to staff. */
  private makeNotifications(): void {
    this.addSql(`alter table if exists "walmart_notification" drop constraint if exists "walmart_notification_cause_unique";`);
    this.addSql(`create table if not exists "walmart_notification" ("id" text not null, "cause" text not null, "kind" text not null, "account_id" text not null, "walmart_order_id" text null, "about" text not null, "code" text null, "message" text null, "due_at" timestamptz null, "state" text check ("state" in ('waiting', 'sending', 'sent', 'gone')) not null default 'waiting', "first_at" timestamptz not null, "last_at" timestamptz not null, "count" integer not null default 1, "message_id" text null, "notified_at" timestamptz null, "held_until" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_notification_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_notification_cause_unique" ON "walmart_notification" ("cause") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_deleted_at" ON "walmart_notification" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_account_id_kind_notified_at" ON "walmart_notification" ("account_id", "kind", "notified_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_waiting" ON "walmart_notification" ("account_id", "kind") WHERE state = 'waiting' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_sending" ON "walmart_notification" ("message_id") WHERE state = 'sending' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_live" ON "walmart_notification" ("cause") WHERE state IN ('waiting', 'sent') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_notification_updated" ON "walmart_notification" ("updated_at") WHERE deleted_at IS NULL;`);
  }

  /** Returns. */
  private makeReturns(): void {
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_account_id_return_order_id_purchase_order_id_unique";`);
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_return_id_unique";`);
    this.addSql(`create table if not exists "walmart_return" ("id" text not null, "account_id" text not null, "return_order_id" text not null, "purchase_order_id" text not null, "customer_order_id" text not null, "return_id" text null, "no_return" text check ("no_return" in ('kept', 'by_walmart', 'closed')) null, "is_replacement" boolean not null default false, "status" text check ("status" in ('initiated', 'delivered', 'completed', 'canceled')) not null default 'initiated', "requested_at" timestamptz null, "return_by" timestamptz null, "scanned_at" timestamptz null, "delivered_at" timestamptz null, "refund_by" timestamptz null, "carrier" text null, "tracking_number" text null, "lines" jsonb not null, "read_at" timestamptz not null, "refunded_amount" numeric not null default 0, "raw_refunded_amount" jsonb not null default '{"value":"0","precision":20}', "is_refunded_by_walmart" boolean not null default false, "recorded_amount" numeric not null default 0, "raw_recorded_amount" jsonb not null default '{"value":"0","precision":20}', "received" jsonb null, "wanted" jsonb null, "dismissed" jsonb null, "accepted" jsonb null, "wanted_by" text null, "wanted_at" timestamptz null, "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "sent_at" timestamptz null, "error_code" text null, "error" text null, "remedy" text null, "dismissed_error" text null, "note" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_return_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_return_return_id_unique" ON "walmart_return" ("return_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_deleted_at" ON "walmart_return" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_return_account_id_return_order_id_purchase_order_id_unique" ON "walmart_return" ("account_id", "return_order_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_purchase_order_id" ON "walmart_return" ("purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_tracking_number" ON "walmart_return" ("tracking_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_requested_at" ON "walmart_return" ("requested_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_refund_by" ON "walmart_return" ("refund_by") WHERE refund_by IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_unrecorded" ON "walmart_return" ("id") WHERE recorded_amount < refunded_amount AND wanted_version > 0 AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_attention" ON "walmart_return" ("account_id") WHERE error_code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_return_received" ON "walmart_return" ("account_id") WHERE received IS NOT NULL AND status IN ('initiated', 'delivered') AND deleted_at IS NULL;`);
  }

  /** Columns of earlier tables; keys and secrets of accounts. */
  private widenTables(): void {
    this.addSql(`alter table if exists "walmart_account" add column if not exists "returns_polled_until" timestamptz null, add column if not exists "last_returns_poll_at" timestamptz null, add column if not exists "last_returns_poll_error" text null, add column if not exists "last_returns_poll_error_words" jsonb null, add column if not exists "unreadable_returns" jsonb null, add column if not exists "last_answered_at" timestamptz null, add column if not exists "last_poll_error_words" jsonb null, add column if not exists "last_error_words" jsonb null, add column if not exists "refunds" text check ("refunds" in ('send', 'keep', 'refuse')) null, add column if not exists "refunds_sent_from" timestamptz null;`);
    this.addSql(`alter table if exists "walmart_queue" add column if not exists "last_error_words" jsonb null;`);
    this.addSql(`alter table if exists "walmart_attempt" add column if not exists "error_words" jsonb null;`);
    this.addSql(`alter table if exists "walmart_update" drop constraint if exists "walmart_update_kind_check";`);
    this.addSql(`alter table if exists "walmart_update" add constraint "walmart_update_kind_check" check("kind" in ('acknowledgment', 'shipment', 'cancellation', 'tracking_correction', 'refund'));`);
    this.addSql(`alter table if exists "walmart_stock" add column if not exists "words" jsonb null, add column if not exists "feed_id" text null, add column if not exists "fed_at" timestamptz null, add column if not exists "fed_version" integer null, add column if not exists "fed_amount" integer null;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_id" ON "walmart_stock" ("feed_id", "sku") WHERE feed_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`create table if not exists "walmart_stock_feed" ("id" text not null, "account_id" text not null, "ship_node_id" text not null default '', "gathered_at" timestamptz not null, "feed_id" text null, "handed_in_at" timestamptz null, "given_up_at" timestamptz null, "ended_at" timestamptz null, "outcome" text check ("outcome" in ('processed', 'failed', 'empty', 'lost')) null, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_stock_feed_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_deleted_at" ON "walmart_stock_feed" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_live" ON "walmart_stock_feed" ("account_id", "ship_node_id") WHERE ended_at IS NULL AND given_up_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_gathered_at" ON "walmart_stock_feed" ("gathered_at") WHERE deleted_at IS NULL;`);
    this.addSql(`alter table if exists "walmart_return" add column if not exists "words" jsonb null;`);
    this.addSql(`create table if not exists "walmart_account_key" ("id" text not null, "client_id" text not null, "client_secret" text not null, "changed_by" text not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_account_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_account_key_deleted_at" ON "walmart_account_key" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`create table if not exists "walmart_webhook_secret" ("id" text not null, "client_id" text not null, "client_secret" text not null, "changed_by" text not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_secret_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_secret_deleted_at" ON "walmart_webhook_secret" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`alter table if exists "walmart_order" add column if not exists "case_marked_at" timestamptz null, add column if not exists "case_marked_by" text null;`);
    this.addSql(`alter table if exists "walmart_order" add column if not exists "note" text null, add column if not exists "note_by" text null, add column if not exists "note_at" timestamptz null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_update" drop constraint if exists "walmart_update_kind_check";`);
    // Rows of the kinds that go stay: they are what the planner knows.
    this.addSql(`alter table if exists "walmart_update" add constraint "walmart_update_kind_check" check("kind" in ('acknowledgment', 'shipment', 'cancellation')) not valid;`);

    this.addSql(`drop table if exists "walmart_account_key" cascade;`);
    this.addSql(`drop table if exists "walmart_webhook_secret" cascade;`);
    this.addSql(`drop table if exists "walmart_return" cascade;`);
    this.addSql(`drop table if exists "walmart_notification" cascade;`);
    this.addSql(`drop table if exists "walmart_stock_feed" cascade;`);
    this.addSql(`drop table if exists "walmart_stock" cascade;`);
    this.addSql(`drop table if exists "walmart_read_request" cascade;`);
    this.addSql(`drop table if exists "walmart_webhook_count" cascade;`);
    this.addSql(`drop table if exists "walmart_webhook_event" cascade;`);

    this.addSql(`alter table if exists "walmart_account" drop column if exists "returns_polled_until", drop column if exists "last_returns_poll_at", drop column if exists "last_returns_poll_error", drop column if exists "last_returns_poll_error_words", drop column if exists "unreadable_returns", drop column if exists "last_answered_at", drop column if exists "last_poll_error_words", drop column if exists "last_error_words", drop column if exists "refunds", drop column if exists "refunds_sent_from";`);
    this.addSql(`alter table if exists "walmart_queue" drop column if exists "last_error_words";`);
    this.addSql(`alter table if exists "walmart_attempt" drop column if exists "error_words";`);
    this.addSql(`drop index if exists "IDX_walmart_order_unfinished";`);
    this.addSql(`alter table if exists "walmart_order" drop column if exists "compared_items", drop column if exists "case_marked_at", drop column if exists "case_marked_by", drop column if exists "note", drop column if exists "note_by", drop column if exists "note_at";`);

    this.addSql(`delete from "walmart_queue" where "subject" <> 'order';`);
    this.addSql(`alter table if exists "walmart_queue" drop column if exists "subject";`);
  }

}
