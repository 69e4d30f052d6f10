(async () => {
  "use strict";
  const lists = JSON.parse(document.getElementById("lists").textContent);
  const views = ["findings", "articles", "pairs", "matrix", "account"];
  const form = document.getElementById("filters");
  const box = document.getElementById("filterbox");
  const wide = matchMedia("(min-width: 46.01rem)");
  const slip = document.getElementById("slip");
  const fields = [...form.elements].filter((field) => field.name);
  const STEP = 25;

  // A long list: its first items stand in the page, the rest is unpacked when it is wanted.
  class List {
    constructor(name, data, index) {
      Object.assign(this, data, { name, index, limit: Math.max(STEP, data.standing), turn: 0, unpacked: [] });
      this.place = document.getElementById("list-" + name);
      this.nodes = this.place ? [...this.place.children] : [];
      this.matches = this.index.map((_, at) => at);
      this.button = document.querySelector(`[data-more="${name}"]`);
      if (this.button) this.button.addEventListener("click", () => this.more());
      this.button && (this.button.hidden = this.matches.length <= this.limit);
    }
    async node(at) {
      if (!this.nodes[at]) {
        const part = Math.floor((at - this.standing) / this.part);
        this.unpacked[part] ??= unpack(this.parts[part]);
        const items = await this.unpacked[part];
        const holder = document.createElement("template");
        holder.innerHTML = items[at - this.standing - part * this.part]; // escaped by the report's own templates
        this.nodes[at] = holder.content.firstElementChild;
      }
      return this.nodes[at];
    }
    async show() {
      if (!this.place) return;
      const turn = ++this.turn;
      const shown = await Promise.all(this.matches.slice(0, this.limit).map((at) => this.node(at)));
      if (turn !== this.turn) return; // a later filter has overtaken this one
      this.place.replaceChildren(...shown);
      if (this.button) this.button.hidden = this.matches.length <= this.limit;
      const count = document.querySelector(`[data-count="${this.name}"]`);
      if (count) count.textContent = this.matches.length === this.index.length
        ? this.index.length : `${this.matches.length} of ${this.index.length}`;
      const group = this.place.closest(".group");
      if (group) group.hidden = !this.matches.length;
    }
    async more() {
      const next = this.matches[this.limit];
      this.limit += STEP;
      await this.show();
      const first = await this.node(next);
      const target = first.querySelector("summary, a") || first;
      target.focus();
    }
    filter(wanted) {
      this.matches = [];
      this.index.forEach((item, at) => { if (fits(item, wanted)) this.matches.push(at); });
      this.limit = Math.max(STEP, this.matches.filter((at) => at < this.standing).length);
      return this.show();
    }
    async reveal(at) {
      if (!this.matches.includes(at)) { clear(); await filter(); }
      const place = this.matches.indexOf(at);
      if (place >= this.limit) { // far down a long list: shown first instead of after everything before it
        this.matches.splice(place, 1);
        this.matches.unshift(at);
      }
      await this.show();
    }
  }

  async function unpack(part) {
    const bytes = Uint8Array.from(atob(part), (c) => c.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return JSON.parse(await new Response(stream).text());
  }

  const fits = (item, wanted) => Object.entries(wanted).every(([name, value]) => name === "q"
    ? value.toLowerCase().split(/\s+/).every((word) => item.q.includes(word))
    : (item[name] || []).includes(value));

  const all = await Promise.all(
    Object.entries(lists).map(async ([name, data]) => new List(name, data, await unpack(data.index))));
  const byName = Object.fromEntries(all.map((list) => [list.name, list]));

  // The state: the view and the filters, kept in the address.
  let view = "findings";
  const wanted = () => Object.fromEntries(fields.map((f) => [f.name, f.value.trim()]).filter(([, value]) => value));
  const clear = () => fields.forEach((field) => { field.value = ""; });

  function address() {
    const state = new URLSearchParams({ view, ...wanted() });
    history.replaceState(null, "", [...state].length > 1 ? "#?" + state : "#" + view);
  }
  const many = (number, name) => `${number} ${name}${number === 1 ? "" : "s"}`;
  async function filter() {
    await Promise.all(all.map((list) => list.filter(wanted())));
    const active = Object.keys(wanted()).length;
    const found = all.filter((l) => !["articles", "pairs"].includes(l.name)).reduce((n, l) => n + l.matches.length, 0);
    document.getElementById("status").textContent = active
      ? `${many(found, "finding")}, ${many(byName.articles.matches.length, "article")} and ${many(byName.pairs.matches.length, "country pair")} match.` : "";
  }
  function stage(name) {
    view = name;
    for (const id of views) document.getElementById(id).classList.toggle("shown", id === name);
    document.getElementById("overview").classList.toggle("aside", name !== "findings");
    box.hidden = !["findings", "articles", "pairs"].includes(name);
    for (const link of document.querySelectorAll(".masthead a")) {
      if (link.hash !== "#" + name) { link.removeAttribute("aria-current"); continue; }
      link.setAttribute("aria-current", "page");
      link.scrollIntoView({ block: "nearest", inline: "center", behavior: "instant" }); // where the row is wider than the screen
    }
  }

  // Where an anchor stands, if its item is still packed: f-… a finding, a7 or a7-… an article, s7-… its claim, p3 a pair.
  function locate(id) {
    const place = /^([aps])(\d+)(-|$)/.exec(id);
    if (place) return { view: place[1] === "p" ? "pairs" : "articles", list: byName[place[1] === "p" ? "pairs" : "articles"], at: place[2] - 1 };
    for (const list of all) {
      const at = list.index.findIndex((item) => "f-" + item.id === id);
      if (at >= 0) return { view: "findings", list, at };
    }
    return null;
  }
  async function go() {
    if (slip.matches(":popover-open")) slip.hidePopover();
    const hash = decodeURIComponent(location.hash.slice(1));
    if (hash.startsWith("?")) {
      const state = new URLSearchParams(hash.slice(1));
      fields.forEach((field) => { field.value = state.get(field.name) || ""; });
      stage(views.includes(state.get("view")) ? state.get("view") : "findings");
      return filter();
    }
    if (!hash || views.includes(hash) || hash === "overview") {
      stage(views.includes(hash) ? hash : "findings");
      if (Object.keys(wanted()).length) address();
      if (hash) setTimeout(() => scrollTo({ top: 0, behavior: "instant" })); // after the browser's own jump
      return undefined;
    }
    const found = locate(hash);
    if (!found || !found.list.index[found.at]) return undefined;
    stage(found.view);
    await found.list.reveal(found.at);
    return aim(document.getElementById(hash));
  }
  function aim(target) {
    if (!target) return;
    for (let up = target; up; up = up.parentElement) if (up.tagName === "DETAILS") up.open = true;
    const inner = target.querySelector(":scope > details");
    if (inner) inner.open = true;
    document.querySelectorAll(".aim").forEach((old) => old.classList.remove("aim"));
    target.classList.add("aim");
    if (!target.matches("a, button, details")) target.tabIndex = -1;
    (target.matches("details") ? target.firstElementChild : target).focus({ preventScroll: true });
    target.scrollIntoView({ block: target.matches(".claim") ? "center" : "start", behavior: "instant" });
  }

  // A figure in an article's text: its slots beside it.
  function explain(claim) {
    const row = document.getElementById(claim.hash.slice(1));
    if (!row || !slip.showPopover) return false;
    const heading = document.createElement("strong");
    heading.textContent = claim.textContent;
    slip.replaceChildren(heading, row.querySelector(".slip").cloneNode(true));
    claim.after(slip); // next in the order of the keyboard
    slip.showPopover();
    const at = claim.getBoundingClientRect();
    const below = at.bottom + 8 + slip.offsetHeight < innerHeight;
    slip.style.left = Math.max(16, Math.min(at.left, innerWidth - slip.offsetWidth - 16)) + "px";
    slip.style.top = Math.max(16, below ? at.bottom + 8 : at.top - slip.offsetHeight - 8) + "px";
    return true;
  }
  document.addEventListener("click", (event) => {
    const claim = event.target.closest("a.claim");
    if (claim && explain(claim)) event.preventDefault();
    else if (event.target.closest("#slip a")) slip.hidePopover();
  });
  addEventListener("scroll", () => slip.matches(":popover-open") && slip.hidePopover(), { passive: true });

  let waiting = 0;
  form.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(() => { address(); filter(); }, 120);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", () => setTimeout(() => { address(); filter(); }));
  addEventListener("hashchange", go);
  addEventListener("beforeprint", () => document.querySelectorAll(".finding .more").forEach((d) => { d.open = true; }));

  const unfold = () => { box.open = wide.matches; };
  wide.addEventListener("change", unfold);
  unfold();
  document.body.classList.add("staged");
  go();
})();
