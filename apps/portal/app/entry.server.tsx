import { renderDocument, reportError } from '@countersign/http/ui/entry-server'

export default renderDocument
export { reportError as handleError }
