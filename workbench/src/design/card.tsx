import type { ComponentProps, ReactElement } from 'react';

/** A thing among others of its kind. */
export function Card({ className = '', ...props }: ComponentProps<'div'>): ReactElement {
  return <div className={`card ${className}`.trimEnd()} {...props} />;
}
