/** What paper needs: folded boxes open, and addresses of other sites behind their links. */

/** @type {HTMLDetailsElement[]} */
let opened = [];

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open])")];
  for (const box of opened) box.open = true;
  // Not where the address is the text of the link, nor where a template had to write out an address of this site.
  for (const link of document.querySelectorAll("main a[href^=http]"))
    link.toggleAttribute("data-elsewhere", link.origin !== location.origin && link.textContent !== link.href);
});

addEventListener("afterprint", () => {
  for (const box of opened) box.open = false;
  opened = [];
});
