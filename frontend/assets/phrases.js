/* Phrases: a period, a code and a space insert the text of the phrase; Tab goes from stop to stop. Dictation and
   composition are left alone: only a space that the person types is heard. */
(() => {
  const CODE = /(?<!\S)\.(\p{L}[\p{L}\p{N}]{1,19})$/u;
  const STOP = /\{[^{}\n]{1,40}\}/g;
  const FIELDS = "vaadin-text-area, vaadin-text-field";
  // the phrase whose stops are being filled in: its field, the text of the field, and where the stops are now
  let filling;
  // the field before the last phrase was inserted, to which the browser's undo goes back
  let before;
  let isInserting = false;

  window.plumblinePhrases = (home, texts) => (home.phrases = new Map(Object.entries(texts)));

  const homeOf = (field) => (field.closest?.(FIELDS) ? field.closest("main")?.querySelector(".phrases") : null);

  const say = (home, words) => {
    const status = home.querySelector("[role=status]");
    status.textContent = "";
    // the same words again are said again
    requestAnimationFrame(() => (status.textContent = words));
  };

  const plural = (count) => (count === 1 ? "1 stop" : `${count} stops`);

  const select = (at) => {
    const { field, stops } = filling;
    filling.at = at;
    field.setSelectionRange(stops[at].from, stops[at].to);
  };

  // Moves the stops along with what was typed, dictated or undone; a stop that was cut into is none any more.
  const follow = () => {
    const { field, text, stops, at } = filling;
    const now = field.value;
    if (now === text) return;
    const most = Math.min(text.length, now.length);
    const rest = now.length - field.selectionEnd;
    let tail = 0;
    if (rest <= most && text.endsWith(now.slice(now.length - rest))) tail = rest;
    else while (tail < most && text.at(-1 - tail) === now.at(-1 - tail)) tail++;
    let head = 0;
    while (head < most - tail && text[head] === now[head]) head++;
    const end = text.length - tail;
    const grown = now.length - text.length;
    const isWithin = (stop) => stop.from <= head && end <= stop.to;
    const moved = (stop, index) => {
      if (index === at && isWithin(stop)) return { from: stop.from, to: stop.to + grown };
      if (stop.to <= head) return stop;
      if (stop.from >= end) return { from: stop.from + grown, to: stop.to + grown };
      return isWithin(stop) ? { from: stop.from, to: stop.to + grown } : null;
    };
    const kept = stops.map(moved);
    const current = kept[at];
    filling.text = now;
    filling.stops = kept.filter(Boolean);
    filling.at = filling.stops.indexOf(current);
    if (filling.stops.length === 0) filling = undefined;
  };

  // Puts a phrase in the place of what is typed or selected there; the caret goes to its first stop, or behind what follows.
  const insert = (home, field, { from, to, follows }, phrase) => {
    const text = field.localName === "textarea" ? phrase : phrase.replaceAll("\n", " ");
    if (field.maxLength >= 0 && field.value.length - (to - from) + text.length > field.maxLength) {
      say(home, `Not inserted: the phrase is too long for this field, which has at most ${field.maxLength} characters.`);
      return;
    }
    const { selectionStart } = field;
    before = { field, text: field.value, caret: selectionStart };
    isInserting = true;
    field.setSelectionRange(from, to);
    // the only way by which the browser's own undo brings the code back
    const isInserted = document.execCommand("insertText", false, text);
    isInserting = false;
    if (!isInserted) return field.setSelectionRange(selectionStart, selectionStart);
    const end = from + text.length;
    const stops = [...text.matchAll(STOP)].map((stop) => ({ from: from + stop.index, to: from + stop.index + stop[0].length }));
    // a phrase within a stop of another: the other's stops before and after it stay
    const others = filling?.field === field ? filling.stops : [];
    const earlier = others.filter((stop) => stop.to <= from);
    const later = others.filter((stop) => stop.from >= end);
    const all = [...earlier, ...stops, ...later];
    filling = all.length ? { field, text: field.value, stops: all, at: -1 } : undefined;
    if (stops.length) select(earlier.length);
    else field.setSelectionRange(end + follows, end + follows);
    say(home, stops.length ? `Phrase inserted, ${plural(stops.length)}` : "Phrase inserted");
  };

  addEventListener("input", (event) => {
    const field = event.target;
    if (filling?.field === field) follow();
    if (event.inputType === "historyUndo" && before?.field === field && before.text === field.value) {
      // the browser selects the code, and the next key would replace it
      field.setSelectionRange(before.caret, before.caret);
    }
    if (isInserting || event.isComposing || event.inputType !== "insertText" || event.data !== " ") return;
    const home = homeOf(field);
    const to = field.selectionStart - 1;
    if (!home?.phrases || field.selectionStart !== field.selectionEnd || field.value[to] !== " ") return;
    const typed = CODE.exec(field.value.slice(0, to));
    const phrase = typed && home.phrases.get(typed[1].normalize("NFC").toLowerCase());
    if (phrase !== undefined && phrase !== null) insert(home, field, { from: to - typed[0].length, to, follows: 1 }, phrase);
  });

  // Tab within a phrase; after its last stop, and before its first, Tab leaves the field as always.
  addEventListener("keydown", (event) => {
    if (filling?.field !== event.target || event.isComposing || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Escape") filling = undefined;
    if (event.key !== "Tab" || event.defaultPrevented) return;
    follow();
    if (!filling) return;
    const { field, stops } = filling;
    const { selectionStart: from, selectionEnd: to } = field;
    const isHere = (stop) => stop.from <= from && to <= stop.to;
    const at = stops[filling.at] && isHere(stops[filling.at]) ? filling.at : stops.findIndex(isHere);
    const forth = at >= 0 ? at + 1 : stops.findIndex((stop) => stop.from >= to);
    const back = at >= 0 ? at - 1 : stops.findLastIndex((stop) => stop.to <= from);
    const next = event.shiftKey ? back : forth;
    if (!stops[next]) {
      filling = undefined;
      return;
    }
    event.preventDefault();
    select(next);
  });
  // the field in which the person was last: a phrase that is found by its words goes there, where the caret was
  let last;
  addEventListener("focusin", (event) => {
    if (filling && event.target !== filling.field) filling = undefined;
    if (homeOf(event.target)) last = event.target;
  });
  window.plumblinePhraseChosen = (home, phrase) => {
    if (!last?.isConnected || homeOf(last) !== home || last.readOnly || last.disabled) {
      say(home, "Go to the text first, then choose the phrase.");
      return;
    }
    last.focus();
    insert(home, last, { from: last.selectionStart, to: last.selectionEnd, follows: 0 }, phrase);
  };
})();
