// Keys, focus and choosing. Everything here only presses what is on the page: without it the page works by its buttons.
(() => {
  "use strict";
  const typing = (target) => target.closest("input:not([type=checkbox]), textarea, select, [contenteditable], dialog[open]");
  const pressable = (key) => document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  const REASON = "crossfoot-reason";

  function press(target) {
    if (target.matches("input[type=checkbox]")) {
      target.checked = !target.checked;
      target.dispatchEvent(new Event("change", { bubbles: true }));
      target.focus();
    } else if (target.matches("input, textarea, select")) {
      for (let up = target.parentElement; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
      target.focus();
      target.scrollIntoView({ block: "center" });
    } else target.click();
  }

  addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat) return;
    if (event.key === "Escape" && typing(event.target) && !event.target.closest("dialog")) return event.target.blur();
    if (typing(event.target)) return undefined;
    if (/^[1-9]$/.test(event.key)) return dismissWith(event);
    const target = pressable(event.key);
    if (target) {
      event.preventDefault();
      press(target);
    }
    return undefined;
  });

  function dismissWith(event) {
    const reasons = document.querySelector("[data-reason]");
    const chosen = reasons && reasons.querySelector(`[data-digit="${event.key}"]`);
    if (!chosen) return;
    event.preventDefault();
    reasons.value = chosen.value;
    remember(chosen.value);
    pressable("d").click();
  }
  function remember(reason) {
    try { sessionStorage.setItem(REASON, reason); } catch { /* a browser that keeps nothing */ }
  }

  document.addEventListener("click", (event) => {
    const opener = event.target.closest("[data-opens]");
    if (opener) document.getElementById(opener.dataset.opens).showModal();
    const all = event.target.closest("[data-choose-all]");
    if (all) chooseAll();
    const figure = event.target.closest("a.claim");
    if (figure && figure.hash) reveal(event, document.getElementById(figure.hash.slice(1)));
  });
  function reveal(event, row) {
    const slip = row && row.querySelector("details");
    if (!slip) return;
    event.preventDefault();
    slip.open = true;
    slip.querySelector("summary").focus({ preventScroll: true });
    row.scrollIntoView({ block: "center" });
  }

  const boxes = () => [...document.querySelectorAll(".queue input[type=checkbox]")];
  function chooseAll() {
    const rest = boxes().some((box) => !box.checked);
    boxes().forEach((box) => { box.checked = rest; });
    count();
  }
  function count() {
    const said = document.querySelector("[data-chosen]");
    if (!said) return;
    const chosen = boxes().filter((box) => box.checked).length;
    said.textContent = chosen ? `${chosen} chosen` : "Chosen ones";
    said.closest(".bulk").classList.toggle("choosing", chosen > 0);
    for (const button of document.querySelectorAll(".bulkbar button[name]")) button.disabled = !chosen;
  }
  document.addEventListener("change", (event) => {
    if (event.target.matches(".queue input[type=checkbox]")) count();
    if (event.target.matches("[data-reason]")) remember(event.target.value);
  });

  function settle() {
    const reasons = document.querySelector("[data-reason]");
    try { if (reasons) reasons.value = sessionStorage.getItem(REASON) || reasons.value; } catch { /* likewise */ }
    const all = document.querySelector("[data-choose-all]");
    if (all) all.hidden = false;
    count();
    const here = document.querySelector(".masthead a[aria-current]");
    if (here) { // where the row of parts is wider than the screen
      const row = here.closest("ul");
      row.scrollLeft = here.offsetLeft - (row.clientWidth - here.offsetWidth) / 2;
    }
    const current = document.querySelector(".queue li.current");
    if (current) {
      const list = current.parentElement;
      list.scrollTop = current.offsetTop - list.clientHeight / 3;
    }
    const place = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (place && place.matches(".claim, li, section, span")) place.scrollIntoView({ block: "center" });
    dropping();
  }
  // After a decision the next finding is where reading goes on.
  document.addEventListener("htmx:afterSettle", () => {
    settle();
    const heading = document.querySelector(".sheet .finding h4, main h1");
    if (heading && !document.querySelector("dialog[open]")) {
      heading.tabIndex = -1;
      heading.focus({ preventScroll: true });
    }
    if (!location.hash && !document.getElementById("tried")) scrollTo({ top: 0, behavior: "instant" });
    const tried = document.getElementById("tried");
    if (tried) tried.scrollIntoView({ block: "center" });
  });
  document.addEventListener("htmx:sendError", () => {
    const said = document.getElementById("said");
    said.innerHTML = '<p class="banner warn" role="alert">The review does not answer: is it still running? Nothing was stored.</p>';
  });

  function dropping() {
    const zone = document.querySelector("[data-dropzone]");
    if (!zone || zone.dataset.ready) return;
    zone.dataset.ready = "yes";
    const form = zone.closest("form");
    for (const kind of ["dragenter", "dragover"]) form.addEventListener(kind, (event) => { event.preventDefault(); zone.classList.add("over"); });
    for (const kind of ["dragleave", "drop"]) form.addEventListener(kind, () => zone.classList.remove("over"));
    form.addEventListener("drop", (event) => {
      event.preventDefault();
      const text = event.dataTransfer.getData("text/plain");
      if (event.dataTransfer.files.length) form.querySelector("input[type=file]").files = event.dataTransfer.files;
      else if (text) form.querySelector("textarea").value = text;
    });
  }
  settle();
})();
