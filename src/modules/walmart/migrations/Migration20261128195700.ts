import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128195700 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_update" drop constraint if exists "walmart_update_kind_check";`);

    this.addSql(`alter table if exists "walmart_update" add constraint "walmart_update_kind_check" check("kind" in ('acknowledgment', 'shipment', 'cancellation', 'tracking_correction', 'refund'));`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_update" drop constraint if exists "walmart_update_kind_check";`);

    this.addSql(`alter table if exists "walmart_update" add constraint "walmart_update_kind_check" check("kind" in ('acknowledgment', 'shipment', 'cancellation', 'tracking_correction'));`);
  }

}
