/** What paper needs: folded boxes open, addresses of other sites behind their links, a title that tells nothing. */

/** @type {HTMLDetailsElement[]} */
let opened = [];
const { title } = document;
const neutral = document.querySelector("[data-printed-as]")?.getAttribute("data-printed-as");

addEventListener("beforeprint", () => {
  opened = [...document.querySelectorAll("main details:not([open], [name], .prints-itself *)")];
  for (const box of opened) box.open = true; // but of those with a name, only one can be
  if (neutral) document.title = neutral; // browsers print it above each sheet, and call files after it
  // Not where the address is the text of the link, nor where a template had to write out an address of this site.
  for (const link of document.querySelectorAll("main a[href^=http]"))
    link.toggleAttribute("data-elsewhere", link.origin !== location.origin && link.textContent !== link.href);
});

addEventListener("afterprint", () => {
  for (const box of opened) box.open = false;
  if (neutral) document.title = title;
  opened = [];
});
