/* Tells the portal that its person did something themselves; heartbeats and refreshes say nothing about that. */
(() => {
  const EVERY_MS = 20000;
  let last = 0;
  const report = () => {
    const now = Date.now();
    if (now - last < EVERY_MS) return;
    last = now;
    fetch(new URL("own-action", document.baseURI), { method: "POST", keepalive: true }).catch(() => {});
  };
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart"]) {
    addEventListener(kind, report, { capture: true, passive: true });
  }
  // Vaadin puts its connection indicator outside every landmark; as a status it is a live region of its own
  const name = () => document.querySelector("vaadin-connection-indicator")?.setAttribute("role", "status");
  name();
  new MutationObserver(name).observe(document.body, { childList: true });
})();
