import { checkbox, longText, shortText } from '@countersign/http/fields'
import { z } from 'zod'

const vendor = { name: shortText(120), address: longText(500), taxNumber: shortText(40, 0) }

export const newVendorForm = z.strictObject(vendor)
export const vendorForm = z.strictObject({ ...vendor, isActive: checkbox() })
