import { Component, type ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Button } from '../design/index.ts';

/** Keeps the frame when a page breaks, or its script cannot be loaded. */
export function PageBoundary({ children }: { readonly children: ReactNode }): ReactNode {
  const [path] = useLocation();
  return <Boundary key={path}>{children}</Boundary>;
}

class Boundary extends Component<{ readonly children: ReactNode }, { readonly error: Error | null }> {
  override state = { error: null as Error | null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div className="state failed" role="alert">
        <p className="title">This page broke.</p>
        <p>{error.message}</p>
        <Button onClick={() => location.reload()}>Load it again</Button>
      </div>
    );
  }
}
