// A printed screen: clinic, patient, who printed it and when are on every page, and lists show all rows that are loaded.
(() => {
  // what the portal returns at once
  const MOST_ROWS = 500;
  const PATIENCE_MS = 5000;
  const LONGEST_LINE = 90;
  const MONTHS = "JanFebMarAprMayJunJulAugSepOctNovDec";
  // a sheet of its own: the policy of the page allows no other style that is made while the page is shown
  const pages = new CSSStyleSheet();
  document.adoptedStyleSheets.push(pages);

  const two = (number) => String(number).padStart(2, "0");
  const words = (selector) => document.querySelector(selector)?.textContent.replace(/\s+/g, " ").trim() ?? "";
  const quoted = (text) => {
    const letters = [...text.replace(/[\s\p{Cc}]+/gu, " ").trim()];
    const line = letters.length > LONGEST_LINE ? `${letters.slice(0, LONGEST_LINE - 1).join("")}…` : letters.join("");
    return `"${line.replace(/["\\]/g, "\\$&")}"`;
  };

  // the portal's clock, in the zone of the clinic, as the person reads dates
  const stamp = ({ zone, date, hours }) => {
    const at = new Date(Date.now() + (window.plumblineClockAhead ?? 0));
    const format = new Intl.DateTimeFormat("en-US", { timeZone: zone, year: "numeric", month: "short", day: "numeric", hour: "numeric", minute: "2-digit", hourCycle: hours === "12" ? "h12" : "h23" });
    const part = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const letters = { yyyy: part.year, MMM: part.month, MM: two(MONTHS.indexOf(part.month) / 3 + 1), dd: two(part.day), d: part.day };
    const day = date.replace(/yyyy|MMM|MM|dd|d/g, (letter) => letters[letter]);
    return `${day}, ${hours === "12" ? `${part.hour}:${part.minute} ${part.dayPeriod}` : `${two(part.hour)}:${part.minute}`}`;
  };

  const writePages = () => {
    const head = document.querySelector(".print-head");
    if (!head) return;
    const patient = [words(".patient-header :is(h1, .patient-name)"), words(".patient-header .patient-line .muted")].filter(Boolean).join(" · ");
    const about = patient || words("main h1");
    const printed = `Printed by ${head.dataset.by}, ${stamp(head.dataset)}`;
    head.textContent = "";
    for (const line of [head.dataset.clinic, about, printed]) head.append(Object.assign(document.createElement("span"), { textContent: line }));
    // where a browser has no room in the margins, the head of the first page says it
    head.classList.toggle("on-every-page", "CSSMarginRule" in window);
    pages.replaceSync(`@page {
      @top-left { content: ${quoted(head.dataset.clinic)}; }
      @top-right { content: ${quoted(about)}; }
      @bottom-left { content: ${quoted(printed)}; } }`);
  };

  const lists = () => [...document.querySelectorAll("vaadin-grid.list")];
  const loaded = (grid) => [...(grid._dataProviderController?.rootCache?.items ?? [])].slice(0, grid.size).filter(Boolean);
  const writeRows = (grid) => {
    const columns = [...grid.querySelectorAll("vaadin-grid-column")].filter((column) => column.renderer);
    const items = loaded(grid);
    if (!items.length || !columns.length) return;
    const rows = document.createElement("div");
    rows.className = "print-rows";
    items.forEach((item, index) => {
      const row = rows.appendChild(document.createElement("div"));
      for (const column of columns) column.renderer(row.appendChild(document.createElement("div")), column, { item, index });
    });
    grid.after(rows);
    if (items.length >= grid.size) return;
    const note = Object.assign(document.createElement("p"), { className: "print-note" });
    const more = items.length < MOST_ROWS ? ` Ctrl P prints up to ${MOST_ROWS}.` : "";
    note.textContent = `The first ${items.length} rows.${more} Filter the list to print the others.`;
    rows.after(note);
  };

  addEventListener("beforeprint", () => {
    lists().forEach(writeRows);
    writePages();
  });
  addEventListener("afterprint", () => {
    document.querySelectorAll(".print-rows, .print-rows + .print-note").forEach((part) => part.remove());
    lists().forEach((grid) => grid.$connector?.fetchCurrentRange?.());
  });

  // Ctrl P asks for the rows that the screen has not needed yet, and prints when they are here.
  const loadRows = async (grid) => {
    if (loaded(grid).length >= grid.size) return;
    await grid.$server?.setViewportRange(0, MOST_ROWS);
    await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  };
  const allRows = () => Promise.race([Promise.allSettled(lists().map(loadRows)), new Promise((over) => setTimeout(over, PATIENCE_MS))]);
  addEventListener("keydown", async (event) => {
    if (event.key?.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    event.preventDefault();
    await allRows();
    print();
  });
})();
