import { useFormat, useUiMessages } from './i18n-context'
import { Icon } from './icon'

/** One page back, one page on, and where one is. Nothing while everything fits on one page and no total is known. */
export function Pagination(props: {
  page: number
  pageCount: number
  href: (page: number) => string
  total?: number
}) {
  const { page, pageCount, href, total } = props
  const messages = useUiMessages()
  const format = useFormat()
  if (pageCount <= 1 && total === undefined) return null
  return (
    <nav className="cs-pagination" aria-label={messages.pages}>
      {total === undefined ? null : <span className="cs-note">{messages.entries(format.number(total))}</span>}
      {pageCount > 1 ? (
        <>
          {page > 1 ? (
            <a className="cs-button cs-button-quiet cs-button-small" href={href(page - 1)} rel="prev">
              <Icon name="arrow-left" />
              {messages.previousPage}
            </a>
          ) : null}
          <span aria-current="page">{messages.pageOf(format.number(page), format.number(pageCount))}</span>
          {page < pageCount ? (
            <a className="cs-button cs-button-quiet cs-button-small" href={href(page + 1)} rel="next">
              {messages.nextPage}
              <Icon name="arrow-right" />
            </a>
          ) : null}
        </>
      ) : null}
    </nav>
  )
}
