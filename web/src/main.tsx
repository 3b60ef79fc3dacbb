import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { RouterProvider } from 'react-router';
import { newQueries, Providers } from './app/providers';
import { router } from './app/router';
import { startTexts } from './ui/text/texts';
import './ui/theme/styles';

await startTexts();

const root = document.getElementById('root');
if (root !== null) {
  createRoot(root).render(
    <StrictMode>
      <Providers queries={newQueries()}>
        <RouterProvider router={router()} />
      </Providers>
    </StrictMode>,
  );
}
