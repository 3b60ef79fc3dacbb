// Runs before the first paint, so that a dark screen never flashes white. Kept in step with src/ui/theme/theme.ts.
(function () {
  var choice = null;
  try {
    choice = localStorage.getItem('santral.theme');
  } catch {
    // Storage may be refused; the system's scheme is then followed.
  }
  var dark = choice === 'dark' || (choice !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  document.documentElement.dataset.theme = dark ? 'dark' : 'light';
})();
