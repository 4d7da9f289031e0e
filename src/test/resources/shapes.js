() => {
  // Of each part what it is, where it lies, whether it says something, and all of its attributes, of those that name it
  // only that they are there: equal where nothing but the words differs.
  const NAMES = /^(id|for|href|title|src|path|value|slot|aria-label|aria-labelledby|aria-describedby|aria-controls|data-.*|d)$/;
  const names = (one) => (NAMES.test(one.name) ? one.name : `${one.name}=${one.value.replace(/\d+/g, "#")}`);
  const words = (part) => (part.textContent.trim() ? "words" : "");
  const shape = (part) =>
    `${part.parentElement?.localName}>${part.localName} ${words(part)} ${[...part.attributes].map(names).sort().join(" ")}`;
  const headings = [...document.querySelectorAll("h1, h2, h3, h4, h5, h6")].map((one) => one.localName);
  const steps = headings.filter((one, at) => one !== headings[at - 1]).join(" ");
  return [...new Set([...document.body.querySelectorAll("*")].map(shape)), steps];
}
