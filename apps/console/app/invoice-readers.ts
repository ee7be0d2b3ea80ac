/** Finance issues and records; those who answer for the project read what became of it. */
export const invoiceReaders = ['finance', 'project_manager', 'program_manager'] as const
