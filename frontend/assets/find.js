/* The search over everything: Ctrl K opens it, the arrows choose a result, Enter opens it. */
(() => {
  const DIALOGS = "vaadin-dialog[opened], vaadin-confirm-dialog[opened]";
  const OPENS_WITHIN_MS = 3000;
  // What is typed before the field is there belongs into it, and must not be heard as single keys.
  let ahead;
  let isEnterTyped = false;
  let givenUp;
  addEventListener("keydown", (event) => {
    const isFind = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === "k";
    if (isFind) {
      const find = document.getElementById("find");
      if (!find) return;
      event.preventDefault();
      if (document.querySelector(DIALOGS) || ahead !== undefined) return;
      ahead = "";
      isEnterTyped = false;
      clearTimeout(givenUp);
      givenUp = setTimeout(() => (ahead = undefined), OPENS_WITHIN_MS);
      find.click();
    } else if (ahead !== undefined && event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      event.stopImmediatePropagation();
      ahead += event.key;
    } else if (ahead && event.key === "Enter") {
      event.preventDefault();
      event.stopImmediatePropagation();
      isEnterTyped = true;
    }
  }, { capture: true });

  // its own results: those of a search that was just closed may still be in the page
  window.plumblineFind = (field, results) => {
    const input = field.inputElement;
    let isEnterAhead = false;
    input.setAttribute("role", "combobox");
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "true");
    input.setAttribute("aria-controls", results.id);
    const items = () => [...results.querySelectorAll(".find-item")];
    const chosen = () => results.querySelector("[aria-selected=true]");
    const choose = (item) => {
      items().forEach((one) => one.setAttribute("aria-selected", one === item));
      if (item) input.setAttribute("aria-activedescendant", item.id);
      else input.removeAttribute("aria-activedescendant");
      item?.scrollIntoView({ block: "nearest" });
    };
    const isUpToDate = () => results.dataset.for === input.value;
    const open = () => chosen()?.click();
    new MutationObserver(() => {
      choose(items()[0]);
      if (!isEnterAhead || !isUpToDate()) return;
      isEnterAhead = false;
      open();
    }).observe(results, { attributes: true, attributeFilter: ["data-for"] });
    input.addEventListener("keydown", (event) => {
      if (event.isComposing) return;
      const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
      if (step) {
        event.preventDefault();
        const all = items();
        choose(all.at((all.indexOf(chosen()) + step) % all.length));
      } else if (event.key === "Enter") {
        event.preventDefault();
        // the results of what was typed are still on their way: never open one of the text before
        if (isUpToDate()) open();
        else isEnterAhead = true;
      } else {
        isEnterAhead = false;
      }
    });
    choose(items()[0]);
    clearTimeout(givenUp);
    input.focus();
    if (ahead) {
      input.value = ahead + input.value;
      input.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
      isEnterAhead = isEnterTyped;
    }
    ahead = undefined;
  };
})();
