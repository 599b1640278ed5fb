// Comes in: a page.
// Goes out: the frame around it: header, navigation, search, headings, and what is shown when a page breaks.
export { Page } from './page.tsx';
export { PageBoundary } from './page-boundary.tsx';
export { SignIn } from './sign-in.tsx';
export { Shell } from './shell.tsx';
