/** Fetches a page that somebody is about to open, but no sensitive one: what is fetched may be seen on the way. */

const { ahead } = document.body.dataset; // the list of sensitive pages; they do not name it, so nothing is fetched from there

const INTENT = 100; // milliseconds on a link: less is on the way to another

// Where a browser cannot say whether somebody saves data, nothing is fetched. Of those that know prefetching, that is
// Firefox, whose reading of the policy forbids it.
const { connection } = /** @type {{ connection?: { saveData: boolean } }} */ (navigator);

if (ahead && connection && !connection.saveData) {
  const list = new URL(ahead, location.href);
  const root = new URL("..", list);
  const done = new Set([location.pathname]);
  /** @type {Promise<string[]> | undefined} */
  let sensitive;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;

  /** @param {HTMLAnchorElement} link */
  const isPage = ({ origin, pathname, search }) =>
    origin === root.origin && pathname.startsWith(root.pathname) && pathname.endsWith("/") && !search;

  /** @param {HTMLAnchorElement} link */
  const fetchAhead = async ({ origin, pathname }) => {
    done.add(pathname);
    try {
      sensitive ??= fetch(list).then((answer) => answer.json());
      if ((await sensitive).includes(decodeURI(pathname.slice(root.pathname.length)))) return;
    } catch {
      sensitive = undefined;
      return; // without the list, any page could be one of them
    }
    document.head.append(Object.assign(document.createElement("link"), { rel: "prefetch", href: origin + pathname }));
  };

  for (const type of /** @type {const} */ (["pointerover", "focusin"]))
    document.addEventListener(type, ({ target }) => {
      clearTimeout(timer);
      const link = target.closest("a[href]");
      if (link && isPage(link) && !done.has(link.pathname)) timer = setTimeout(fetchAhead, INTENT, link);
    });
}
