// Does what cannot wait until a page is there: its colours, and how it comes into view.

// A page may be left before it has faded in, or not fade at all: that is no fault, and browsers would report one.
for (const type of /** @type {const} */ (["pageswap", "pagereveal"]))
  addEventListener(type, ({ viewTransition: fading }) => {
    for (const end of fading ? [fading.updateCallbackDone, fading.ready, fading.finished] : []) end.catch(() => {});
  });

// Several sites may share a host, so what this one keeps in a browser is named after where it stands.
document.documentElement.dataset.keptAs = `${
  new URL("..", /** @type {HTMLScriptElement} */ (document.currentScript).src).pathname
}#`;

{
  const root = document.documentElement;
  // Before, names did not say which site they belong to.
  for (const name of /** @type {const} */ (["localStorage", "sessionStorage"])) {
    try {
      const storage = window[name];
      for (const key of Object.keys(storage)) {
        const ours = root.dataset.keptAs + key;
        if (/^(quiz:|site\.colours$)/.test(key)) storage[ours] ??= storage[key];
        // The country that somebody has chosen stands in the address now.
        else if (key !== "site.place" && key !== `${root.dataset.keptAs}site.place`) continue;
        storage.removeItem(key);
      }
    } catch {} // storage is switched off, or full
  }

  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paper = matchMedia("print");
  const key = `${root.dataset.keptAs}site.colours`;
  let chosen = "auto";
  const paint = () => {
    root.dataset.colours = chosen;
    const scheme = chosen === "auto" && dark.matches ? "slate" : chosen;
    root.dataset.mdColorScheme = scheme === "slate" && !paper.matches ? "slate" : "default";
  };

  try {
    const stored = localStorage.getItem(key) ?? "";
    if (["default", "slate"].includes(stored)) chosen = stored;
  } catch {} // storage is switched off
  paint();
  root.classList.replace("no-js", "js");
  // Where what every page does has not arrived, the page is as it is without scripts: with a link to all pages.
  const heed = (/** @type {Event} */ { target }) => {
    if (target instanceof HTMLScriptElement && /\/page\.[^/]*$/.test(target.src)) root.classList.replace("js", "no-js");
  };
  addEventListener("error", heed, true);
  for (const query of [dark, paper]) query.addEventListener("change", paint);
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "colours") return;
    chosen = target.value;
    paint();
    try {
      localStorage.setItem(key, chosen);
    } catch {}
  });
}
