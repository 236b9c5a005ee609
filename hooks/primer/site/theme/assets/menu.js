// The menu of small screens: leaves room for the bar above the header, and closes when it is no longer what is used.

const menu = document.querySelector(".site-menu");

if (menu) {
  // The bar has two rows where its words take more space.
  menu.addEventListener("beforetoggle", () => {
    const bar = document.querySelector(".help-bar");
    menu.style.setProperty("--help-bar", `${bar?.offsetHeight ?? 0}px`);
  });

  // It would cover what has the focus.
  document.addEventListener("focusin", ({ target }) => {
    if (!target.closest(".site-menu, .site-header__menu")) menu.hidePopover();
  });

  // On a wide screen it stands beside the text.
  matchMedia("(min-width: 76.25em)").addEventListener("change", () => menu.hidePopover());
}
