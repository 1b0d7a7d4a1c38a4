import { Module } from "@medusajs/framework/utils"
import WalmartModuleService from "./service"

export const WALMART_MODULE = "walmart"

export default Module(WALMART_MODULE, { service: WalmartModuleService })
