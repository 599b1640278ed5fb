import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useState, type ReactElement } from 'react';
import { Route, Switch } from 'wouter';
import { ApiError } from './api/index.ts';
import { Loading } from './design/index.ts';
import { askAhead } from './pages/reader/ask-ahead.ts';
import { PageBoundary, Shell, SignIn } from './shell/index.ts';
import { Tour } from './tour/index.ts';

// One script for each page, loaded when it is opened.
const OverviewPage = lazy(() => import('./pages/overview/overview-page.tsx'));
const StatementsPage = lazy(() => import('./pages/statements/statements-page.tsx'));
const DocumentsPage = lazy(() => import('./pages/documents/documents-page.tsx'));
const ReaderPage = lazy(() => import('./pages/reader/reader-page.tsx'));
const SpeakersPage = lazy(() => import('./pages/speakers/speakers-page.tsx'));
const SpeakerPage = lazy(() => import('./pages/speaker/speaker-page.tsx'));
const ComparePage = lazy(() => import('./pages/compare/compare-page.tsx'));
const AddPage = lazy(() => import('./pages/add/add-page.tsx'));
const DisputesPage = lazy(() => import('./pages/disputes/disputes-page.tsx'));
const NotFoundPage = lazy(() => import('./pages/not-found/not-found-page.tsx'));

/** The workbench: the frame that all pages stand in, and which address is which page. */
export function App(): ReactElement {
  const [signedOut, setSignedOut] = useState(false);
  const [client] = useState(() => {
    const made = newQueryClient(() => setSignedOut(true));
    askAhead(made, location);
    return made;
  });
  const signedIn = (): void => {
    client.clear();
    setSignedOut(false);
  };
  return (
    <QueryClientProvider client={client}>
      <Shell notice={!signedOut && <Tour />}>
        {signedOut ? (
          <SignIn done={signedIn} />
        ) : (
          <PageBoundary>
            <Suspense fallback={<Loading what="the page" />}>
              <Switch>
                <Route path="/" component={OverviewPage} />
                <Route path="/statements" component={StatementsPage} />
                <Route path="/documents" component={DocumentsPage} />
                <Route path="/documents/:id" component={ReaderPage} />
                <Route path="/speakers" component={SpeakersPage} />
                <Route path="/speakers/:name" component={SpeakerPage} />
                <Route path="/compare" component={ComparePage} />
                <Route path="/add" component={AddPage} />
                <Route path="/disputes" component={DisputesPage} />
                <Route component={NotFoundPage} />
              </Switch>
            </Suspense>
          </PageBoundary>
        )}
      </Shell>
    </QueryClientProvider>
  );
}

function newQueryClient(onSignedOut: () => void): QueryClient {
  const onError = (error: Error): void => {
    if (error instanceof ApiError && error.status === 401) onSignedOut();
  };
  return new QueryClient({
    queryCache: new QueryCache({ onError }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        // Answers carry an ETag, so that asking again costs next to nothing where nobody wrote to the ledger.
        staleTime: 15_000,
        // The server says what is wrong with a question; only a server that cannot be reached is worth another try.
        retry: (failures, error) => failures < 2 && (!(error instanceof ApiError) || error.status >= 502),
        retryDelay: 700,
        networkMode: 'always',
      },
    },
  });
}
