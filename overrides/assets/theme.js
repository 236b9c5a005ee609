// Sets the colours before the first paint.
{
  const root = document.documentElement;
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const key = "site.colours";
  let chosen = "auto";
  const paint = () => {
    root.dataset.colours = chosen;
    const scheme = chosen === "auto" && dark.matches ? "slate" : chosen;
    root.dataset.mdColorScheme = scheme === "slate" && !paper.matches ? "slate" : "default";
  };

  try {
    chosen = localStorage.getItem(key) ?? chosen;
  } catch {} // storage is switched off
  paint();
  root.classList.replace("no-js", "js");
  for (const query of [dark, paper]) query.addEventListener("change", paint);
  document.addEventListener("change", ({ target }) => {
    if (target.name !== "colours") return;
    chosen = target.value;
    paint();
    try {
      localStorage.setItem(key, chosen);
    } catch {}
  });
}
