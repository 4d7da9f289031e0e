() => {
  // What is wrong with how a screen lies in its window: sideways scrolling, and text that is cut without its whole self as a title.
  const found = [];
  const name = (part) => part.localName + [...part.classList].map((one) => "." + one).join("");
  const content = document.querySelector("vaadin-app-layout")?.shadowRoot.querySelector("[part~=content]");
  for (const part of [document.documentElement, content]) {
    if (part && part.scrollWidth > part.clientWidth) {
      const edge = part.getBoundingClientRect().left + part.clientWidth;
      const widest = [...document.querySelectorAll("main *")].find((one) => one.getBoundingClientRect().right > edge + 1);
      found.push(`scrolls sideways by ${part.scrollWidth - part.clientWidth} at ${widest ? name(widest) : name(part)}`);
    }
  }
  // a list and a field scroll within themselves; words for the ear alone are no picture
  const SCROLLS_OR_HIDES = "vaadin-grid, input, textarea, .unseen, vaadin-connection-indicator *";
  const squeeze = (text) => text.replace(/\s+/g, " ").trim();
  const saysAll = (part) => {
    const titled = part.closest("[title]");
    return titled && squeeze(titled.title).includes(squeeze(part.textContent));
  };
  for (const part of document.body.querySelectorAll("*")) {
    const text = squeeze(part.innerText ?? "");
    if (!text || part.clientWidth <= 1 || !part.checkVisibility({ visibilityProperty: true })) continue;
    const style = getComputedStyle(part);
    const cuts = (overflow) => overflow === "hidden" || overflow === "clip";
    const isWide = cuts(style.overflowX) && part.scrollWidth > part.clientWidth + 1;
    const isHigh = cuts(style.overflowY) && part.scrollHeight > part.clientHeight + 1;
    if ((isWide || isHigh) && !part.matches(SCROLLS_OR_HIDES) && !saysAll(part)) {
      found.push(`cut ${isWide ? "wide" : "high"} at ${name(part)}: ${text.slice(0, 60)}`);
    }
  }
  return found;
}
