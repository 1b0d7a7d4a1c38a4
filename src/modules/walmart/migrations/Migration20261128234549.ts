import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128234549 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" add column if not exists "case_marked_at" timestamptz null, add column if not exists "case_marked_by" text null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_order" drop column if exists "case_marked_at", drop column if exists "case_marked_by";`);
  }

}
