import type { ReactElement } from 'react';
import { Link, useLocation } from 'wouter';

const places = [
  { href: '/', label: 'Overview' },
  { href: '/statements', label: 'Statements' },
  { href: '/documents', label: 'Reports' },
  { href: '/speakers', label: 'Speakers' },
  { href: '/disputes', label: 'Disputes' },
  { href: '/compare', label: 'Compare' },
  { href: '/add', label: 'Add' },
];

/** The ways to the main pages, and which of them one is on. */
export function Navigation(): ReactElement {
  const [path] = useLocation();
  const isHere = (href: string): boolean => path === href || (href !== '/' && path.startsWith(`${href}/`));
  return (
    <nav aria-label="Pages">
      <ul>
        {places.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} aria-current={isHere(href) ? 'page' : undefined}>
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
