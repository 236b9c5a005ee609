/** Leaves room for the bar above the header, which has two rows where its words take more space, when the menu opens. */

document.addEventListener(
  "beforetoggle",
  ({ target }) => {
    const bar = document.querySelector(".help-bar");
    if (target.matches(".site-menu")) target.style.setProperty("--help-bar", `${bar?.offsetHeight ?? 0}px`);
  },
  { capture: true }, // it does not bubble
);
