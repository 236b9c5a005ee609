/** The id that the fragment of an address leads to; empty where there is none, and as it stands where it is damaged. */
export function fragmentOf({ hash = "" }) {
  const id = hash.slice(1);
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
