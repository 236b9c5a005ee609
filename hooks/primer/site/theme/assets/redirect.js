// Lead on to where a page is now, keeping the part of the address that only the browser knows.
location.replace(
  /** @type {HTMLScriptElement} */ (document.currentScript).dataset.to + location.search + location.hash,
);
