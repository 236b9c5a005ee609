/** Opens what is folded around the passage to which an address leads: a box, or a tab that others cover. */

import { fragmentOf } from "./fragment.js";

const open = () => {
  const passage = document.getElementById(fragmentOf(location));
  if (!passage) return;
  const isFolded = !passage.checkVisibility();
  for (let box = passage.closest("details"); box; box = box.parentElement?.closest("details") ?? null) box.open = true;
  for (let tab = passage.closest(".tabbed-block"); tab; tab = tab.parentElement?.closest(".tabbed-block") ?? null) {
    const tabs = [...(tab.parentElement?.children ?? [])];
    const choices = tab.closest(".tabbed-set")?.querySelectorAll(":scope > input") ?? [];
    /** @type {HTMLInputElement} */ (choices[tabs.indexOf(tab)]).checked = true;
  }
  if (isFolded) passage.scrollIntoView();
};

addEventListener("hashchange", open);
open();
