import type { ComponentProps, ReactElement } from 'react';
import { Link } from 'wouter';

type Look = 'main' | 'quiet';

/** Something to do on this page. `pressed` makes it a switch. */
export function Button({
  look,
  pressed,
  className = '',
  ...props
}: ComponentProps<'button'> & { readonly look?: Look; readonly pressed?: boolean }): ReactElement {
  return <button type="button" className={classes(look, className)} aria-pressed={pressed} {...props} />;
}

/** A way to another page that looks like a button; `download` addresses are fetched by the browser itself. */
export function LinkButton({
  look,
  className = '',
  href,
  ...props
}: ComponentProps<'a'> & { readonly look?: Look; readonly href: string }): ReactElement {
  if (props.download !== undefined || !href.startsWith('/') || href.startsWith('/api/'))
    return <a className={classes(look, className)} href={href} {...props} />;
  return <Link className={classes(look, className)} href={href} {...props} />;
}

function classes(look: Look | undefined, more: string): string {
  return ['button', look ?? '', more].filter((name) => name !== '').join(' ');
}
