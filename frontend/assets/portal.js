/* Tells the portal that its person did something themselves; heartbeats and refreshes say nothing about that. */
(() => {
  const EVERY_MS = 20000;
  let last = 0;
  const report = () => {
    const now = Date.now();
    if (now - last < (window.plumblineReportEvery ?? EVERY_MS)) return;
    last = now;
    fetch(new URL("own-action", document.baseURI), { method: "POST", keepalive: true }).catch(() => {});
  };
  // dictation enters text without a key
  for (const kind of ["pointerdown", "keydown", "wheel", "touchstart", "input"]) {
    addEventListener(kind, report, { capture: true, passive: true });
  }
  // What is open for a while says how long still; when the time is over the screen asks again, and is refused.
  window.plumblineCountdown = (left, seconds) => {
    const end = performance.now() + seconds * 1000;
    const tick = () => {
      if (!left.isConnected) return clearInterval(timer);
      const rest = Math.max(0, Math.ceil((end - performance.now()) / 1000));
      left.textContent = rest > 90 ? `${Math.ceil(rest / 60)} minutes left.` : `${rest} seconds left.`;
      if (rest > 0) return;
      clearInterval(timer);
      window.plumblineSessionEnded = true;
      location.reload();
    };
    const timer = setInterval(tick, 1000);
    tick();
  };
  // What is typed shows as being saved until the portal has answered; it is asked, so that it always does.
  const ASK_MS = 800;
  const ASK_AT_LATEST_MS = 1200; // who types on without a pause loses no more than this
  const AGAIN_MS = 10000;
  const LOST_MS = 5000;
  window.plumblineAutosave = (status, inputs) => {
    if (status.ask) return;
    status.inputs = inputs;
    let asked;
    let lost;
    let meanwhile;
    status.ask = () => {
      clearTimeout(meanwhile);
      meanwhile = undefined;
      status.dispatchEvent(new CustomEvent("autosave-ask", { detail: status.inputs }));
    };
    const page = status.closest("main");
    for (const kind of ["input", "change"]) {
      page.addEventListener(kind, (event) => {
        const isText = event.target.matches("textarea, input:not([type=radio], [type=checkbox])");
        if (isText && kind === "change") return; // leaving the field: its keys were heard
        status.inputs++;
        status.dataset.state = "saving";
        clearTimeout(asked);
        clearTimeout(lost);
        asked = setTimeout(status.ask, ASK_MS);
        meanwhile ??= setTimeout(status.ask, ASK_AT_LATEST_MS); // the pause that follows asks once more
        lost = setTimeout(() => {
          if (status.dataset.state === "saving") status.dataset.state = "unreachable";
        }, LOST_MS);
      });
    }
    const again = setInterval(() => {
      if (!status.isConnected) clearInterval(again);
      else if (status.classList.contains("unsaved") || status.dataset.state === "unreachable") status.ask();
    }, AGAIN_MS);
  };
  // An answer that crossed newer input says nothing of it: saved is what was there when the portal was asked.
  window.plumblineAnswered = (status, version, inputs) => {
    status.dataset.version = version;
    if (inputs === status.inputs) status.dataset.state = "answered";
  };
  // A click that leads away waits until the last words are in the store; closing the page asks as long as they are not.
  const unsaved = () => document.querySelector(".saved[data-state='saving'], .saved[data-state='unreachable'], .saved.unsaved");
  addEventListener("click", (click) => {
    const status = document.querySelector(".saved[data-state='saving']");
    const link = click.composedPath().find((part) => part.localName === "a" && part.href);
    if (!status || !link) return;
    click.preventDefault();
    click.stopImmediatePropagation();
    const answered = new MutationObserver(() => {
      if (status.dataset.state === "saving") return;
      answered.disconnect();
      if (status.dataset.state === "answered") link.click();
    });
    answered.observe(status, { attributes: true, attributeFilter: ["data-state"] });
    status.ask();
  }, { capture: true });
  // the browser's Back within the portal: the last words go ahead of the way back, in the same message
  addEventListener("popstate", () => document.querySelector(".saved[data-state='saving']")?.ask(), { capture: true });
  // What goes with the page all the same, such as when the session has ended, is said when the portal is back: of what
  // was typed only the name of the field is kept.
  const GONE = "plumbline.gone";
  let typedIn = "";
  addEventListener("input", ({ target }) => {
    typedIn = target.label || target.parentElement?.label || target.getAttribute("aria-label") || "";
  }, { capture: true });
  addEventListener("pagehide", () => {
    if (unsaved()) sessionStorage.setItem(GONE, typedIn);
  });
  const field = sessionStorage.getItem(GONE);
  sessionStorage.removeItem(GONE);
  if (field !== null) {
    const said = document.createElement("div");
    said.className = "banner tone-warn gone";
    said.setAttribute("role", "alert");
    const where = field ? ` in “${field}”` : "";
    const close = document.createElement("button");
    close.className = "field-link";
    close.textContent = "Close";
    close.onclick = () => said.remove();
    said.append(`The last words that you typed${where} may not be saved, because the page closed first. Read the text again.`, close);
    document.body.append(said);
  }
  addEventListener("beforeunload", (leaving) => {
    if (unsaved() && !window.plumblineSessionEnded) leaving.preventDefault();
  });
  // Vaadin puts its connection indicator outside every landmark; as a status it is a live region of its own
  const name = () => document.querySelector("vaadin-connection-indicator")?.setAttribute("role", "status");
  name();
  new MutationObserver(name).observe(document.body, { childList: true });

  // Before the screen is locked, what was typed goes to the portal. Where the person was stays here; no content does.
  const SENT_MS = 1000; // the longest that a field waits before it sends what was typed
  let place;
  const among = (part) => [part.localName, [...document.querySelectorAll(part.localName)].indexOf(part)];
  const partAt = ([name, index]) => document.querySelectorAll(name)[index];
  const shown = () => document.querySelector("vaadin-app-layout")?.shadowRoot?.querySelector("[part~=content]");
  window.plumblineHold = () => {
    const active = document.activeElement;
    const scrolled = [...document.querySelectorAll("body *")].filter((part) => part.scrollTop || part.scrollLeft);
    place = {
      focus: active && active !== document.body ? among(active) : undefined,
      selection: active?.matches?.("textarea, input[type=text]") ? [active.selectionStart, active.selectionEnd] : undefined,
      content: shown()?.scrollTop,
      page: scrollY,
      scrolled: scrolled.map((part) => [among(part), part.scrollTop, part.scrollLeft]),
    };
    document.querySelector(".saved[data-state='saving']")?.ask();
    active?.blur?.();
    return new Promise((sent) => setTimeout(sent, SENT_MS));
  };
  const AGAIN_EVERY_MS = 100;
  const AGAIN_AT_MOST = 20; // lists are drawn after their data has arrived
  window.plumblineResume = (address) => {
    // Back and Forward were refused while the screen was locked
    const path = new URL(address, document.baseURI);
    if (path.href !== location.href.replace(/#.*/, "")) history.replaceState(history.state, "", path);
    const was = place;
    place = undefined;
    if (!was) return;
    let times = 0;
    const go = () => {
      scrollTo(0, was.page);
      if (was.content && shown()) shown().scrollTop = was.content;
      for (const [part, top, left] of was.scrolled) partAt(part)?.scrollTo(left, top);
      const field = was.focus && partAt(was.focus);
      if (field && document.activeElement !== field && times > 0) {
        field.focus({ preventScroll: true });
        if (was.selection) field.setSelectionRange?.(...was.selection);
      }
      const isThere = (!was.focus || document.activeElement === field) && (shown()?.scrollTop ?? 0) === (was.content ?? 0);
      if (++times < AGAIN_AT_MOST && !(isThere && times > 2)) setTimeout(go, AGAIN_EVERY_MS);
    };
    requestAnimationFrame(go);
  };

  // Cards and parts of a rail fold to their titles; this browser remembers which, by page and title.
  const FOLDED = "plumbline.folded ";
  const fold = (button, isFolded) => button.setAttribute("aria-expanded", String(!isFolded));
  addEventListener("click", (click) => {
    const button = click.target.closest?.(".fold[data-fold]");
    if (!button) return;
    const isFolded = button.getAttribute("aria-expanded") === "true";
    const key = FOLDED + button.dataset.fold;
    if (isFolded) localStorage.setItem(key, "1");
    else localStorage.removeItem(key);
    fold(button, isFolded);
  });
  const restore = () => {
    looking = undefined;
    for (const button of document.querySelectorAll(".fold[data-fold]:not(.kept)")) {
      button.classList.add("kept");
      if (localStorage.getItem(FOLDED + button.dataset.fold)) fold(button, true);
    }
  };
  // once a frame: a search at each change would slow every screen
  let looking;
  new MutationObserver(() => (looking ??= requestAnimationFrame(restore)))
    .observe(document.body, { childList: true, subtree: true });

  // A screen that takes its time shows rows in the making instead of the screen before it.
  const SLOW_MS = 300;
  const LOOKS = 10;
  let slow;
  const layout = () => document.querySelector("vaadin-app-layout");
  const loading = (isLoading) => {
    layout()?.classList.toggle("is-loading", isLoading);
    const status = document.getElementById("loading-status");
    if (status) status.textContent = isLoading ? "Loading…" : "";
  };
  // only while an answer is awaited: nothing else would take the rows away again; a busy browser asks late
  const lookAgain = (looks) => {
    if (connection()?.state === "loading") loading(true);
    else if (looks > 1) slow = setTimeout(lookAgain, SLOW_MS, looks - 1);
  };
  const leave = () => {
    clearTimeout(slow);
    slow = setTimeout(lookAgain, SLOW_MS, LOOKS);
    if (layout()) drawn.observe(layout(), { childList: true });
    // a screen that leads to one of its own kind stays, and only its content changes
    const main = document.getElementById("main");
    if (main) drawn.observe(main, { childList: true, subtree: true });
  };
  const arrive = () => {
    drawn.disconnect();
    clearTimeout(slow);
    slow = undefined;
    loading(false);
  };
  // the next screen is there, also while a request of its own keeps the connection busy
  const drawn = new MutationObserver(arrive);
  addEventListener("click", (click) => {
    const link = click.composedPath().find((part) => part.localName === "a" && part.href);
    const isPlain = link && !click.ctrlKey && !click.metaKey && !click.shiftKey && !click.altKey && click.button === 0;
    if (!isPlain || link.target || link.hasAttribute("router-ignore") || link.hasAttribute("download")) return;
    const to = new URL(link.href);
    if (to.origin === location.origin && to.pathname !== location.pathname) leave();
  });
  addEventListener("popstate", leave);
  const connection = () => window.Vaadin?.connectionState;
  const hearAnswers = () => connection()?.addStateChangeListener((before) => before === "loading" && arrive());
  if (connection()) hearAnswers();
  else addEventListener("load", hearAnswers, { once: true });

  // Single keys click or focus what carries them, outside fields, until the person switches them off for this browser.
  const KEYS_OFF = "plumbline.single-keys-off";
  window.plumblineKeys = {
    areOn: () => localStorage.getItem(KEYS_OFF) === null,
    set: (on) => (on ? localStorage.removeItem(KEYS_OFF) : localStorage.setItem(KEYS_OFF, "1")),
  };
  const FIELDS = "input, textarea, select, [contenteditable], [role=combobox], [role=listbox], [role=menu]";
  const DIALOGS = "vaadin-dialog[opened], vaadin-confirm-dialog[opened]";
  const isShown = (part) => part.checkVisibility({ visibilityProperty: true }) && !part.disabled;
  addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
    if (event.key.length !== 1 || !window.plumblineKeys.areOn()) return;
    if (event.composedPath().some((part) => part instanceof Element && part.matches(FIELDS))) return;
    if (document.querySelector(DIALOGS)) return;
    const heard = `[data-key-heard="${CSS.escape(event.key.toLowerCase())}"]`;
    // what a card carries is heard while that card has the keyboard
    const isHere = (part) => part.closest(".lead-card")?.contains(event.target) ?? true;
    // of two the one further in: what is open beside a list stands after what is for all of it
    const part = [...document.querySelectorAll(heard)].filter(isHere).findLast(isShown);
    if (!part) return;
    event.preventDefault();
    if (part.matches("vaadin-button, button, a")) part.click();
    else (part.matches("vaadin-radio-group") ? part.querySelector("input:checked, input") : part)?.focus();
  });

  // A scale takes digits as a number field does, 1 and 0 in a row for 10, and its arrows stop at the ends. The keyboard goes
  // along, so that what is chosen is read out.
  const TOGETHER_MS = 1000;
  const STEPS = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
  let typed = {};
  addEventListener("keydown", (event) => {
    const scale = event.target.closest?.(".seg");
    if (!scale || scale.readonly || scale.disabled || event.ctrlKey || event.altKey || event.metaKey) return;
    const options = [...scale.querySelectorAll("vaadin-radio-button")];
    const isDigit = /^[0-9]$/.test(event.key);
    const at = options.indexOf(event.target.closest("vaadin-radio-button"));
    const isAtEnd = event.key in STEPS && !options[at + STEPS[event.key]];
    if (!isDigit && !isAtEnd) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    if (!isDigit) return;
    const named = (digits) => options.find((option) => option.textContent.trim() === digits);
    const goesOn = typed.scale === scale && event.timeStamp - typed.at < TOGETHER_MS && named(typed.digits + event.key);
    const digits = goesOn ? typed.digits + event.key : event.key;
    typed = { scale, digits, at: event.timeStamp };
    const chosen = named(digits)?.querySelector("input");
    chosen?.focus();
    chosen?.click();
  }, { capture: true });

  // A row of choices takes the first letter of a choice.
  addEventListener("keydown", (event) => {
    const choices = event.target.closest?.("vaadin-radio-group.choices");
    if (!choices || choices.readonly || choices.disabled || event.ctrlKey || event.altKey || event.metaKey) return;
    if (!/^\p{L}$/u.test(event.key)) return;
    const letter = event.key.toLowerCase();
    const options = [...choices.querySelectorAll("vaadin-radio-button")];
    const named = options.find((option) => option.textContent.trim().toLowerCase().startsWith(letter));
    if (!named) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    named.querySelector("input").focus();
    named.querySelector("input").click();
  }, { capture: true });

  // Enter on a row of a list opens what the row names, at once: the grid would only lead into the row.
  addEventListener("keydown", (event) => {
    const isPlain = event.key === "Enter" && !event.ctrlKey && !event.altKey && !event.metaKey && !event.shiftKey;
    if (!isPlain || !event.target.matches?.("vaadin-grid.list")) return;
    const from = event.composedPath()[0];
    const cell = from.matches("td") ? from : from.matches("tr") ? from.querySelector("td") : null;
    const link = cell?.querySelector("slot")?.assignedElements()[0]?.querySelector(".row-link, [data-enter]");
    if (!link) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    link.click();
  }, { capture: true });

  // Arrows lead from appointment to appointment: up and down in a column, left and right to the nearest in the next one.
  const APPOINTMENT = "[data-appointment]";
  const ARROWS = { ArrowUp: [0, -1], ArrowDown: [0, 1], ArrowLeft: [-1, 0], ArrowRight: [1, 0] };
  const at = (part) => {
    const box = part.getBoundingClientRect();
    return { x: box.left + box.width / 2, y: box.top + box.height / 2, left: box.left };
  };
  const nearest = (from, others, [toX, toY]) => {
    const ahead = others.filter((other) => (at(other).left - at(from).left) * toX > 1 || (at(other).y - at(from).y) * toY > 1);
    const isBeside = (other) => Math.abs(at(other).left - at(from).left);
    const far = (other) => (toX ? isBeside(other) * 1e4 + Math.abs(at(other).y - at(from).y) : Math.abs(at(other).y - at(from).y));
    return ahead.toSorted((one, other) => far(one) - far(other))[0];
  };
  addEventListener("keydown", (event) => {
    const way = ARROWS[event.key];
    const plane = event.target.closest?.(".day, .week");
    if (!way || !plane || event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const all = [...plane.querySelectorAll(APPOINTMENT)];
    const from = event.target.closest(APPOINTMENT);
    const sameColumn = (other) => Math.abs(at(other).left - at(from).left) < 1;
    const to = from ? nearest(from, way[1] ? all.filter(sameColumn) : all, way) : way[0] > 0 || way[1] > 0 ? all[0] : undefined;
    if (!from && !to) return;
    event.preventDefault();
    to?.focus();
    to?.scrollIntoView({ block: "nearest", inline: "nearest" });
  });

  // A signature is drawn with one pointer; each stroke goes to the portal when it ends, as points of a box of 600 by 200.
  const APART = 4;
  addEventListener("pointerdown", (event) => {
    const svg = event.target.closest?.(".signature-pad svg");
    if (!svg || event.button !== 0 || !event.isPrimary) return;
    event.preventDefault();
    const { left, top, width, height } = svg.getBoundingClientRect();
    const { width: wide, height: high } = svg.viewBox.baseVal;
    const within = (value, most) => Math.max(0, Math.min(most, Math.round(value)));
    const place = (moved) =>
      [within(((moved.clientX - left) / width) * wide, wide), within(((moved.clientY - top) / height) * high, high)];
    const path = svg.querySelector("path");
    const before = path.getAttribute("d");
    const points = [place(event)];
    const draw = () => path.setAttribute("d", `${before}M${points.map((point) => point.join(" ")).join("L")}${points[1] ? "" : "h0"}`);
    draw();
    const going = new AbortController();
    const move = (moved) => {
      for (const one of moved.getCoalescedEvents()) {
        const to = place(one);
        if (Math.hypot(to[0] - points.at(-1)[0], to[1] - points.at(-1)[1]) >= APART) points.push(to);
      }
      draw();
    };
    const end = () => {
      going.abort();
      svg.parentElement.dispatchEvent(new CustomEvent("stroke", { detail: points.join(" ") }));
    };
    svg.setPointerCapture(event.pointerId);
    svg.addEventListener("pointermove", move, { signal: going.signal });
    svg.addEventListener("pointerup", end, { signal: going.signal });
    svg.addEventListener("pointercancel", end, { signal: going.signal });
  });

  // An appointment is dragged to another place of its day: the portal is told where its upper edge was let go.
  let dragged;
  addEventListener("pointerdown", (event) => (window.plumblinePressed = event.composedPath()[0]), true);
  addEventListener("dragstart", (event) => {
    const block = event.target.closest?.(".day-lane [draggable='true']");
    if (!block) return;
    dragged = { appointment: block.dataset.appointment, grip: event.clientY - block.getBoundingClientRect().top };
    event.dataTransfer.effectAllowed = "move";
    event.dataTransfer.setData("text/plain", "");
  });
  addEventListener("dragend", () => (dragged = undefined));
  for (const kind of ["dragover", "drop"]) {
    addEventListener(kind, (event) => {
      const lane = dragged && event.target.closest?.(".day-lane.is-bookable");
      if (!lane) return;
      event.preventDefault();
      if (kind === "dragover") return;
      const box = lane.getBoundingClientRect();
      const share = (event.clientY - dragged.grip - box.top) / box.height;
      lane.dispatchEvent(new CustomEvent("appointment-drop", { detail: { appointment: dragged.appointment, share } }));
    });
  }

  // An appointment or a link that a colleague's change drew anew keeps the keyboard.
  const drawnAnew = () => {
    if (!had || had.isConnected) return null;
    const name = had.dataset?.appointment ? "data-appointment" : had.localName === "a" ? "href" : null;
    return name && document.querySelector(`main [${name}="${CSS.escape(had.getAttribute(name))}"]`);
  };
  // Where what had the keyboard is gone, the dialog or the page around it takes it; what was only disabled gets it back.
  const LED_MS = 150;
  let had;
  // where the keyboard goes on after a dialog, until the person goes elsewhere
  let next;
  window.plumblineNext = (part) => (next = part);
  for (const kind of ["keydown", "pointerdown"]) addEventListener(kind, () => (next = undefined), true);
  let recovering;
  addEventListener("focusin", (event) => (had = event.composedPath()[0]));
  const recover = () => {
    if (document.activeElement !== document.body || !had || (had.isConnected && had.disabled)) return;
    const dialog = [...document.querySelectorAll(DIALOGS)].at(-1);
    const main = document.getElementById("main");
    const isThere = had.isConnected && isShown(had);
    if (!isThere && !dialog && main) window.plumblineLead(main);
    else (isThere ? had : dialog)?.focus();
  };
  new MutationObserver(() => {
    clearTimeout(recovering);
    if (document.activeElement === document.body) drawnAnew()?.focus({ preventScroll: true });
    recovering = setTimeout(recover, LED_MS);
  }).observe(document.body, { childList: true, subtree: true, attributeFilter: ["disabled", "opened"] });
  // A field for a day or a time reads only what it writes itself: the picker's own parser takes 8:30 pm for 08:30 and
  // 11-04-26 for a day of 2011, and 25:00 for 01:00. All else is no value here, and goes as it was typed to the portal,
  // which can read it.
  window.plumblineReadsOwn = (field, parse, written) => {
    if (Object.hasOwn(field, "i18n")) return;
    const own = new RegExp(`^${written}$`);
    let owner = field;
    while (!Object.hasOwn(owner, "i18n")) owner = Object.getPrototypeOf(owner);
    const { get, set } = Object.getOwnPropertyDescriptor(owner, "i18n");
    // whatever Vaadin sets, and whenever
    Object.defineProperty(field, "i18n", {
      configurable: true,
      get() {
        return get.call(field);
      },
      set(words) {
        set.call(field, { ...words, [parse]: (text) => (own.test(text) ? words[parse]?.(text) : undefined) });
      },
    });
    if (field.i18n?.[parse]) field.i18n = field.i18n;
  };
  // The portal leads the keyboard to what comes next, or to the page; nobody looks for a ring there.
  window.plumblineLead = (main) => {
    if (next?.isConnected) return next.focus();
    main.dataset.led = "";
    main.addEventListener("blur", () => delete main.dataset.led, { once: true });
    main.focus({ preventScroll: true });
  };
})();
