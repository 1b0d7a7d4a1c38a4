import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128144122 extends Migration {

  override async up(): Promise<void> {
    this.makeAccounts();
    this.makeOrders();
    this.makeQueue();
    this.makeStock();
    this.makeReturns();
    this.makeNotifications();
    this.makeWebhooks();
    this.makeSearches();
  }

  /** Accounts and their keys. */
  private makeAccounts(): void {
    this.addSql(`create table if not exists "walmart_account" ("id" text not null, "seller" text null, "paused" boolean not null default false, "paused_by" text null, "paused_at" timestamptz null, "polled_until" timestamptz null, "last_poll_at" timestamptz null, "last_poll_error" text null, "last_poll_error_words" jsonb null, "last_answered_at" timestamptz null, "returns_polled_until" timestamptz null, "last_returns_poll_at" timestamptz null, "last_returns_poll_error" text null, "last_returns_poll_error_words" jsonb null, "unreadable_returns" jsonb null, "last_error_code" text null, "last_error" text null, "last_error_words" jsonb null, "blocked_until" timestamptz null, "failures" integer not null default 0, "settings" jsonb null, "refunds" text check ("refunds" in ('send', 'keep', 'refuse')) null, "refunds_sent_from" timestamptz null, "last_tick_at" timestamptz null, "last_sent_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_account_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_account_deleted_at" ON "walmart_account" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_account_key" ("id" text not null, "client_id" text not null, "client_secret" text not null, "changed_by" text not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_account_key_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_account_key_deleted_at" ON "walmart_account_key" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  /** Orders, their lines and carrier choices. */
  private makeOrders(): void {
    this.addSql(`alter table if exists "walmart_order" drop constraint if exists "walmart_order_account_id_purchase_order_id_unique";`);
    this.addSql(`alter table if exists "walmart_order" drop constraint if exists "walmart_order_order_id_unique";`);
    this.addSql(`create table if not exists "walmart_order" ("id" text not null, "account_id" text not null, "purchase_order_id" text not null, "customer_order_id" text not null, "order_id" text null, "imported_at" timestamptz null, "import_error_code" text null, "import_error" text null, "import_remedy" text null, "import_words" jsonb null, "left_out_at" timestamptz null, "left_out_by" text null, "left_out_note" text null, "import_notes" jsonb null, "ordered_at" timestamptz not null, "acknowledge_by" timestamptz null, "ship_by" timestamptz null, "deliver_by" timestamptz null, "auto_cancel_at" timestamptz null, "method_code" text not null, "ship_node_id" text null, "ship_node_type" text not null, "order_type" text null, "status" text check ("status" in ('open', 'partially_shipped', 'shipped', 'canceled')) not null default 'open', "customer_asked_to_cancel" boolean not null default false, "cancellation_reason" text null, "cancellation_reason_by" text null, "chosen_reasons" jsonb null, "line_cancellations" jsonb null, "note" text null, "note_by" text null, "note_at" timestamptz null, "currency_code" text not null, "total" numeric not null default 0, "snapshot" jsonb null, "refreshed_at" timestamptz null, "unreadable_since" timestamptz null, "unreadable_words" jsonb null, "discrepancies" jsonb null, "dismissed_discrepancies" jsonb null, "content_hash" text null, "revision" integer not null default 0, "last_update_at" timestamptz null, "compared_as" text null, "compared_at" timestamptz null, "compared_items" text[] null, "case_marked_at" timestamptz null, "case_marked_by" text null, "raw_total" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_order_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_order_order_id_unique" ON "walmart_order" ("order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_deleted_at" ON "walmart_order" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_order_account_id_purchase_order_id_unique" ON "walmart_order" ("account_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_customer_order_id" ON "walmart_order" ("customer_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_imported_at" ON "walmart_order" ("imported_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_account_id_status" ON "walmart_order" ("account_id", "status") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_status_id" ON "walmart_order" ("status", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ordered_at_id" ON "walmart_order" ("ordered_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_acknowledge_by_id" ON "walmart_order" ("acknowledge_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_ship_by_id" ON "walmart_order" ("ship_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_deliver_by_id" ON "walmart_order" ("deliver_by", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_auto_cancel_at_id" ON "walmart_order" ("auto_cancel_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_total_id" ON "walmart_order" ("total", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_created_at_id" ON "walmart_order" ("created_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_refreshed_at_id" ON "walmart_order" ("refreshed_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_last_update_at_id" ON "walmart_order" ("last_update_at", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_waiting" ON "walmart_order" ("account_id", "ordered_at") WHERE imported_at IS NULL AND order_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_import_failed" ON "walmart_order" ("account_id") WHERE imported_at IS NULL AND order_id IS NOT NULL AND import_error_code IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_open" ON "walmart_order" ("compared_at") WHERE status IN ('open', 'partially_shipped') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_unfinished" ON "walmart_order" ("order_id") WHERE status IN ('open', 'partially_shipped') AND compared_as IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_closed" ON "walmart_order" ("updated_at") WHERE status IN ('shipped', 'canceled') AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_discrepancies" ON "walmart_order" ("account_id") WHERE discrepancies IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_snapshot" ON "walmart_order" ("refreshed_at") WHERE snapshot IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_order_line" drop constraint if exists "walmart_order_line_walmart_order_id_line_number_unique";`);
    this.addSql(`create table if not exists "walmart_order_line" ("id" text not null, "walmart_order_id" text not null, "line_number" text not null, "sku" text not null, "product_name" text not null, "quantity" integer not null, "line_item_id" text null, "imported_quantity" integer not null default 0, "created_quantity" integer not null default 0, "acknowledged_quantity" integer not null default 0, "shipped_quantity" integer not null default 0, "delivered_quantity" integer not null default 0, "canceled_quantity" integer not null default 0, "refunded_quantity" integer not null default 0, "freed_quantity" integer not null default 0, "zeroed_quantity" integer not null default 0, "customer_asked_to_cancel" boolean not null default false, "total" numeric not null default 0, "raw_total" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_order_line_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_walmart_order_id" ON "walmart_order_line" ("walmart_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_deleted_at" ON "walmart_order_line" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_order_line_walmart_order_id_line_number_unique" ON "walmart_order_line" ("walmart_order_id", "line_number") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_line_item_id" ON "walmart_order_line" ("line_item_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_created" ON "walmart_order_line" ("walmart_order_id") WHERE created_quantity > 0 AND deleted_at IS NULL;`);
    this.addSql(`alter table if exists "walmart_order_line" add constraint "walmart_order_line_walmart_order_id_foreign" foreign key ("walmart_order_id") references "walmart_order" ("id") on update cascade;`);

    this.addSql(`alter table if exists "walmart_carrier_choice" drop constraint if exists "walmart_carrier_choice_fulfillment_id_unique";`);
    this.addSql(`create table if not exists "walmart_carrier_choice" ("id" text not null, "fulfillment_id" text not null, "carrier" text null, "tracking_url" text null, "chosen_by" text null, "ship_anyway" boolean not null default false, "ship_anyway_by" text null, "concerns" jsonb null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_carrier_choice_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_carrier_choice_fulfillment_id_unique" ON "walmart_carrier_choice" ("fulfillment_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_carrier_choice_deleted_at" ON "walmart_carrier_choice" ("deleted_at") WHERE deleted_at IS NULL;`);
  }

  /** The queue, attempts, rate limits and updates. */
  private makeQueue(): void {
    this.addSql(`alter table if exists "walmart_queue" drop constraint if exists "walmart_queue_subject_id_unique";`);
    this.addSql(`create table if not exists "walmart_queue" ("id" text not null, "subject" text check ("subject" in ('order', 'stock', 'return', 'feed')) not null default 'order', "subject_id" text not null, "account_id" text not null, "state" text check ("state" in ('ok', 'needs_attention')) not null default 'ok', "next_due_at" timestamptz null, "next_kind" text null, "deadline_at" timestamptz not null, "fence" integer not null default 0, "leased" boolean not null default false, "enqueued_version" integer not null default 0, "in_doubt" boolean not null default false, "attempts" integer not null default 0, "refusals" integer not null default 0, "first_failed_at" timestamptz null, "last_error_code" text null, "last_error" text null, "last_error_words" jsonb null, "last_correlation_id" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_queue_pkey" primary key ("id"));`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_queue_subject_id_unique" ON "walmart_queue" ("subject_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_queue_deleted_at" ON "walmart_queue" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_queue_claim" ON "walmart_queue" ("account_id", "next_kind", "deadline_at", "next_due_at") WHERE next_due_at IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_attempt" ("id" text not null, "subject_id" text not null, "account_id" text not null, "update_ids" jsonb not null, "endpoint" text not null, "outcome" text check ("outcome" in ('started', 'applied', 'refused', 'unknown', 'not_applied', 'throttled', 'account')) not null default 'started', "fence" integer not null, "actor" text null, "http_status" integer null, "correlation_id" text null, "duration_ms" integer null, "error_code" text null, "error" text null, "error_words" jsonb null, "request" jsonb null, "response" jsonb null, "started_at" timestamptz not null, "finished_at" timestamptz null, "unseen_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_attempt_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_attempt_deleted_at" ON "walmart_attempt" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_attempt_subject_id_started_at" ON "walmart_attempt" ("subject_id", "started_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_attempt_started_at" ON "walmart_attempt" ("started_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_rate_limit" drop constraint if exists "walmart_rate_limit_account_id_endpoint_unique";`);
    this.addSql(`create table if not exists "walmart_rate_limit" ("id" text not null, "account_id" text not null, "endpoint" text not null, "tokens" real not null, "capacity" real not null, "per_minute" real not null, "refilled_at" timestamptz not null, "open_until" timestamptz null, "failures" integer not null default 0, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_rate_limit_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_rate_limit_deleted_at" ON "walmart_rate_limit" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_rate_limit_account_id_endpoint_unique" ON "walmart_rate_limit" ("account_id", "endpoint") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_update" drop constraint if exists "walmart_update_walmart_order_id_unique_key_unique";`);
    this.addSql(`create table if not exists "walmart_update" ("id" text not null, "walmart_order_id" text not null, "account_id" text not null, "sequence" integer not null, "kind" text check ("kind" in ('acknowledgment', 'shipment', 'cancellation', 'tracking_correction', 'refund')) not null, "unique_key" text not null, "payload" jsonb not null, "payload_version" integer not null default 1, "status" text check ("status" in ('pending', 'sent', 'needs_attention', 'dismissed', 'superseded')) not null default 'pending', "fulfillment_id" text null, "tracking_numbers" text null, "requested_by" text null, "error_code" text null, "error" text null, "remedy" text null, "words" jsonb null, "warnings" jsonb null, "note" text null, "happened_at" timestamptz not null, "sent_at" timestamptz null, "finished_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_update_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_deleted_at" ON "walmart_update" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_update_walmart_order_id_unique_key_unique" ON "walmart_update" ("walmart_order_id", "unique_key") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_walmart_order_id_sequence" ON "walmart_update" ("walmart_order_id", "sequence") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_attention" ON "walmart_update" ("account_id", "status") WHERE status = 'needs_attention' AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_finished_at" ON "walmart_update" ("finished_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_created_at_id" ON "walmart_update" ("created_at", "id") WHERE deleted_at IS NULL;`);
  }

  /** Stock and its feeds. */
  private makeStock(): void {
    this.addSql(`alter table if exists "walmart_stock" drop constraint if exists "walmart_stock_account_id_sku_ship_node_id_unique";`);
    this.addSql(`create table if not exists "walmart_stock" ("id" text not null, "account_id" text not null, "sku" text not null, "ship_node_id" text not null default '', "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "wanted_at" timestamptz null, "sent_amount" integer null, "sent_at" timestamptz null, "walmart_amount" integer null, "read_at" timestamptz null, "available" integer null, "variant_id" text null, "stock_location_id" text null, "held_reason" text check ("held_reason" in ('recount', 'not_listed', 'not_counted')) null, "held_at" timestamptz null, "held_stocked" integer null, "feed_id" text null, "fed_at" timestamptz null, "fed_version" integer null, "fed_amount" integer null, "error_code" text null, "error" text null, "remedy" text null, "words" jsonb null, "error_version" integer null, "retry_at" timestamptz null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_stock_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_deleted_at" ON "walmart_stock" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_stock_account_id_sku_ship_node_id_unique" ON "walmart_stock" ("account_id", "sku", "ship_node_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_read_at" ON "walmart_stock" ("read_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_id" ON "walmart_stock" ("feed_id", "sku") WHERE feed_id IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_held" ON "walmart_stock" ("held_reason") WHERE held_reason IS NOT NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_failed" ON "walmart_stock" ("error_code") WHERE error_code IS NOT NULL AND deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_stock_feed" ("id" text not null, "account_id" text not null, "ship_node_id" text not null default '', "gathered_at" timestamptz not null, "feed_id" text null, "handed_in_at" timestamptz null, "given_up_at" timestamptz null, "ended_at" timestamptz null, "outcome" text check ("outcome" in ('processed', 'failed', 'empty', 'lost')) null, "error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_stock_feed_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_deleted_at" ON "walmart_stock_feed" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_live" ON "walmart_stock_feed" ("account_id", "ship_node_id") WHERE ended_at IS NULL AND given_up_at IS NULL AND deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_stock_feed_gathered_at" ON "walmart_stock_feed" ("gathered_at") WHERE deleted_at IS NULL;`);
  }

  /** Returns. */
  private makeReturns(): void {
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_account_id_return_order_id_purchase_order_id_unique";`);
    this.addSql(`alter table if exists "walmart_return" drop constraint if exists "walmart_return_return_id_unique";`);
    this.addSql(`create table if not exists "walmart_return" ("id" text not null, "account_id" text not null, "return_order_id" text not null, "purchase_order_id" text not null, "customer_order_id" text not null, "return_id" text null, "no_return" text check ("no_return" in ('kept', 'by_walmart', 'closed')) null, "is_replacement" boolean not null default false, "status" text check ("status" in ('initiated', 'delivered', 'completed', 'canceled')) not null default 'initiated', "requested_at" timestamptz null, "return_by" timestamptz null, "scanned_at" timestamptz null, "delivered_at" timestamptz null, "refund_by" timestamptz null, "carrier" text null, "tracking_number" text null, "lines" jsonb not null, "read_at" timestamptz not null, "refunded_amount" numeric not null default 0, "is_refunded_by_walmart" boolean not null default false, "recorded_amount" numeric not null default 0, "received" jsonb null, "wanted" jsonb null, "dismissed" jsonb null, "accepted" jsonb null, "wanted_by" text null, "wanted_at" timestamptz null, "wanted_version" integer not null default 0, "sent_version" integer not null default 0, "sent_at" timestamptz null, "error_code" text null, "error" text null, "remedy" text null, "words" jsonb null, "dismissed_error" text null, "note" text null, "raw_refunded_amount" jsonb not null default '{"value":"0","precision":20}', "raw_recorded_amount" jsonb not null default '{"value":"0","precision":20}', "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_return_pkey" primary key ("id"));`);
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

  /** Events of webhooks, the reads they ask for, and secrets. */
  private makeWebhooks(): void {
    this.addSql(`alter table if exists "walmart_webhook_event" drop constraint if exists "walmart_webhook_event_account_id_event_id_unique";`);
    this.addSql(`create table if not exists "walmart_webhook_event" ("id" text not null, "account_id" text not null, "event_id" text not null, "type" text not null, "sub_type" text null, "purchase_order_id" text null, "event_time" timestamptz null, "received_at" timestamptz not null, "handled_at" timestamptz null, "outcome" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_event_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_deleted_at" ON "walmart_webhook_event" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_event_id_unique" ON "walmart_webhook_event" ("account_id", "event_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_account_id_received_at" ON "walmart_webhook_event" ("account_id", "received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_received_at" ON "walmart_webhook_event" ("received_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_event_unhandled" ON "walmart_webhook_event" ("account_id", "purchase_order_id") WHERE handled_at IS NULL AND deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_webhook_count" drop constraint if exists "walmart_webhook_count_account_id_name_unique";`);
    this.addSql(`create table if not exists "walmart_webhook_count" ("id" text not null, "account_id" text not null, "name" text not null, "times" integer not null default 0, "last_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_count_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_deleted_at" ON "walmart_webhook_count" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_webhook_count_account_id_name_unique" ON "walmart_webhook_count" ("account_id", "name") WHERE deleted_at IS NULL;`);

    this.addSql(`create table if not exists "walmart_webhook_secret" ("id" text not null, "client_id" text not null, "client_secret" text not null, "changed_by" text not null, "changed_at" timestamptz not null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_webhook_secret_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_webhook_secret_deleted_at" ON "walmart_webhook_secret" ("deleted_at") WHERE deleted_at IS NULL;`);

    this.addSql(`alter table if exists "walmart_read_request" drop constraint if exists "walmart_read_request_account_id_purchase_order_id_unique";`);
    this.addSql(`create table if not exists "walmart_read_request" ("id" text not null, "account_id" text not null, "purchase_order_id" text not null, "next_due_at" timestamptz null, "wanted" integer not null default 0, "fence" integer not null default 0, "attempts" integer not null default 0, "last_read_at" timestamptz null, "last_error" text null, "created_at" timestamptz not null default now(), "updated_at" timestamptz not null default now(), "deleted_at" timestamptz null, constraint "walmart_read_request_pkey" primary key ("id"));`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_deleted_at" ON "walmart_read_request" ("deleted_at") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE UNIQUE INDEX IF NOT EXISTS "IDX_walmart_read_request_account_id_purchase_order_id_unique" ON "walmart_read_request" ("account_id", "purchase_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_read_request_due" ON "walmart_read_request" ("next_due_at") WHERE next_due_at IS NOT NULL AND deleted_at IS NULL;`);
  }

  /** What searches need that no model can say. */
  private makeSearches(): void {
    // By bytes, so that one index answers what begins with a text, equality and order in every locale; MikroORM knows no such index.
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_purchase_order_id" ON "walmart_order" ("purchase_order_id" COLLATE "C", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_customer_order_number" ON "walmart_order" ("customer_order_id" COLLATE "C", "id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_order_line_sku" ON "walmart_order_line" (lower("sku") COLLATE "C", "walmart_order_id") WHERE deleted_at IS NULL;`);
    this.addSql(`CREATE INDEX IF NOT EXISTS "IDX_walmart_update_tracking" ON "walmart_update" USING gin (string_to_array(upper("tracking_numbers"), ' ')) WHERE deleted_at IS NULL AND tracking_numbers IS NOT NULL;`);
  }

  /**
   * Keeps what Walmart has not been sent yet, and which Medusa order an open Walmart order is: it would be imported a second time.
   * Locks first, so that nothing is queued between counting and dropping.
   */
  override async down(): Promise<void> {
    this.addSql(`DO $$ DECLARE unfinished integer; open integer; BEGIN
      LOCK TABLE walmart_order, walmart_queue, walmart_update IN ACCESS EXCLUSIVE MODE;
      SELECT count(*) INTO unfinished FROM walmart_update WHERE status IN ('pending', 'needs_attention') AND deleted_at IS NULL;
      IF unfinished > 0 THEN
        RAISE EXCEPTION 'The Walmart tables hold % update(s) that are not finished. Let them be sent, or dismiss them with a note, and roll back then.', unfinished;
      END IF;
      SELECT count(*) INTO open FROM walmart_order WHERE imported_at IS NOT NULL AND status IN ('open', 'partially_shipped') AND deleted_at IS NULL;
      IF open > 0 THEN
        RAISE EXCEPTION 'The Walmart tables tell which Medusa orders % open Walmart order(s) are. Ship or cancel these, and roll back then; without the tables they would be imported a second time.', open;
      END IF;
    END $$;`);
    this.addSql(`alter table if exists "walmart_order_line" drop constraint if exists "walmart_order_line_walmart_order_id_foreign";`);

    this.addSql(`drop table if exists "walmart_account" cascade;`);

    this.addSql(`drop table if exists "walmart_account_key" cascade;`);

    this.addSql(`drop table if exists "walmart_attempt" cascade;`);

    this.addSql(`drop table if exists "walmart_carrier_choice" cascade;`);

    this.addSql(`drop table if exists "walmart_notification" cascade;`);

    this.addSql(`drop table if exists "walmart_order" cascade;`);

    this.addSql(`drop table if exists "walmart_order_line" cascade;`);

    this.addSql(`drop table if exists "walmart_queue" cascade;`);

    this.addSql(`drop table if exists "walmart_rate_limit" cascade;`);

    this.addSql(`drop table if exists "walmart_read_request" cascade;`);

    this.addSql(`drop table if exists "walmart_return" cascade;`);

    this.addSql(`drop table if exists "walmart_stock" cascade;`);

    this.addSql(`drop table if exists "walmart_stock_feed" cascade;`);

    this.addSql(`drop table if exists "walmart_update" cascade;`);

    this.addSql(`drop table if exists "walmart_webhook_count" cascade;`);

    this.addSql(`drop table if exists "walmart_webhook_event" cascade;`);

    this.addSql(`drop table if exists "walmart_webhook_secret" cascade;`);
  }

}
