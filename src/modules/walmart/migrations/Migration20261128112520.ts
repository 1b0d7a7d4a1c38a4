import { Migration } from "@medusajs/framework/mikro-orm/migrations";

export class Migration20261128112520 extends Migration {

  override async up(): Promise<void> {
    this.addSql(`alter table if exists "walmart_carrier_choice" add column if not exists "concerns" jsonb null;`);
  }

  override async down(): Promise<void> {
    this.addSql(`alter table if exists "walmart_carrier_choice" drop column if exists "concerns";`);
  }

}
