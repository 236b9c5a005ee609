// Material's search, asleep until the first word: a page fetches neither the texts to search nor what searches them.

// Material sends its index, expects to hear that we are ready, then sends what is in the field and expects what matches.
const SETUP = 0, READY = 1, QUERY = 2, RESULT = 3;
const theirs = new URL(location.hash.slice(1), location);
const answer = postMessage.bind(self);
const load = importScripts.bind(self);
let index, words, waking, awake = false;

addEventListener("message", (event) => {
  if (awake || !event.isTrusted) return; // theirs hears it too, and answers
  event.stopImmediatePropagation();
  const { type, data } = event.data;
  if (type === SETUP) {
    index = data;
    answer({ type: READY });
    return;
  }
  words = data;
  if (!words) answer({ type: RESULT, data: { items: [] } });
  else waking ??= wake().finally(() => (waking = null)); // when it fails, the next letter tries again
});

async function wake() {
  const texts = fetch(new URL("../search/texts.json", location));
  self.importScripts = (...urls) => load(...urls.map((url) => new URL(url, theirs))); // it asks for languages beside it
  load(theirs);
  const docs = await (await texts).json();
  await new Promise((ready) => {
    self.postMessage = ready;
    tell({ type: SETUP, data: { ...index, docs } });
  });
  self.postMessage = answer;
  awake = true;
  if (words) tell({ type: QUERY, data: words });
}

function tell(data) {
  dispatchEvent(new MessageEvent("message", { data }));
}
