/** The part of the DOM that is needed here; linkedom and browsers both offer it. */
interface BoxElement {
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  remove(): void;
}

interface BoxPage {
  readonly body: { readonly textContent: string | null };
  querySelectorAll(selector: string): Iterable<BoxElement>;
}

const boxName =
  /(?:^|[\s_-])(?:newsletter|sign-?up|cookies?|consent|gdpr|share|sharing|social|related|recommended|most-?read|read-?more|promo|advert|advertisement|breadcrumbs?)(?:$|[\s_-])/iu;

/** Longer text than this is the report's, whatever the element that holds it is called. */
const longestBox = 600;

/** Takes the boxes out of a page that pages put into the midst of their reports: newsletters, share links, cookie banners. */
export function removeBoxes(page: BoxPage): void {
  const most = Math.min(longestBox, (page.body.textContent?.length ?? 0) / 2);
  for (const element of page.querySelectorAll('body [class], body [id], body [role="dialog"]')) {
    const name = `${element.getAttribute('class') ?? ''} ${element.getAttribute('id') ?? ''}`;
    if (!boxName.test(name) && element.getAttribute('role') !== 'dialog') continue;
    if ((element.textContent?.length ?? 0) <= most) element.remove();
  }
}
