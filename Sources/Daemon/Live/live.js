"use strict";
// Shows what comes in, and finds what came in. Whatever an article says goes into the page as text, never as markup.
(() => {
  const byId = (id) => document.getElementById(id);
  const number = new Intl.NumberFormat("en");
  let paused = false;
  let latest = null;
  const shown = new Map();

  function element(name, options = {}, ...children) {
    const node = document.createElement(name);
    for (const [key, value] of Object.entries(options)) {
      if (key === "class") node.className = value; else node.setAttribute(key, value);
    }
    node.append(...children.filter((child) => child !== null));
    return node;
  }

  // Another's words: kept apart, so that the direction they are written in does not turn the words beside them.
  const words = (text, style) => element("bdi", style ? { class: style } : {}, text);

  // Fills a list where it is different from what it shows, and keeps the focus where it was.
  function fill(id, items, make, nothing) {
    const key = JSON.stringify(items);
    if (shown.get(id) === key) return;
    shown.set(id, key);
    const list = byId(id);
    const focus = list.contains(document.activeElement) ? document.activeElement.dataset.key : null;
    list.replaceChildren(...items.map(make));
    if (!items.length && nothing) list.append(element("li", { class: "none" }, nothing));
    if (focus) [...list.querySelectorAll("[data-key]")].find((node) => node.dataset.key === focus)?.focus();
  }

  function marked(text, marks) {
    const points = Array.from(text);
    const parts = [];
    let place = 0;
    for (const { start, end } of marks) {
      parts.push(points.slice(place, start).join(""), element("mark", {}, points.slice(start, end).join("")));
      place = end;
    }
    return [...parts, points.slice(place).join("")];
  }

  const many = (count, what) => `${number.format(count)} ${what}${count === 1 ? "" : "s"}`;
  const clock = (date) => new Date(date).toLocaleTimeString("en-GB");

  function quotation(q, when, marks = [], titleMarks = []) {
    const who = element("p", {}, words(q.speaker ?? q.role ?? q.source ?? "(nobody named)", "source"));
    // Who has no name is the role, or the source.
    if (q.speaker && q.role) who.append(", ", words(q.role));
    if (q.cue) who.append(" ", words(q.cue, "cue"));
    const said = element("p", { class: "said", dir: "auto" }, element("span", {}, ...marked(q.text, marks)));
    const about = element("p", { class: "about" }, element("time", { datetime: q.at ?? q.date }, when));
    if (q.title) about.append(" · ", element("bdi", {}, ...marked(q.title, titleMarks)));
    return element("li", {}, who, said, about);
  }

  function speaker(s) {
    const button = element("button", { type: "button", "data-key": s.name }, words(s.name),
      element("span", { class: "count" }, number.format(s.quotations)));
    button.setAttribute("aria-label", `${s.name}, ${many(s.quotations, "quotation")}: find them`);
    button.addEventListener("click", () => {
      byId("words").value = byId("verb").value = "";
      byId("speaker").value = s.name;
      find();
    });
    return element("li", {}, button);
  }

  function file(f) {
    const counts = f.articles ? `${many(f.articles, "article")}, ${many(f.quotations, "quotation")}` : "nothing new";
    return element("li", {}, words(f.file), element("br"),
      element("span", { class: "about" }, `${clock(f.at)} · ${counts} · ${number.format(f.milliseconds)} ms`));
  }

  function failure(f) {
    return element("li", {}, element("b", {}, words(f.file)), element("br"), words(f.reason), element("br"),
      element("span", { class: "remedy" }, `${clock(f.at)} · `, words(f.remedy)));
  }

  function size(bytes) {
    const units = ["bytes", "KiB", "MiB", "GiB", "TiB"];
    const power = bytes > 0 ? Math.min(Math.floor(Math.log2(bytes) / 10), 4) : 0;
    return `${(bytes / 1024 ** power).toFixed(power ? 1 : 0)} ${units[power]}`;
  }

  function state(status) {
    const wrong = status.unhealthy.length > 0;
    const text = `${status.version}, ${status.phase}, engine ${status.engine}, ${status.workers} workers`;
    say(wrong ? `${text}: not working` : text, wrong);
  }

  // Told to those who listen only when it changes.
  function say(text, wrong) {
    const node = byId("state");
    node.classList.toggle("wrong", wrong);
    if (node.textContent !== text) node.textContent = text;
  }

  function show(live) {
    latest = live;
    const { status } = live;
    state(status);
    if (paused) return;
    fill("numbers", [
      ["waiting", status.files.pending], ["in work", status.files.working],
      ["articles", status.articles.written], ["in the last minute", status.articles.per_minute],
      ["quotations", status.articles.quotations], ["files done", status.files.done], ["repeats", status.files.repeats],
      ["files failed", status.files.failed], ["journal", size(status.journal.bytes)],
    ], ([name, value]) => element("div", {}, element("dt", {}, name),
      element("dd", {}, typeof value === "number" ? number.format(value) : value)));
    const problems = [...new Set([...status.unhealthy, ...status.degraded])];
    byId("trouble").hidden = !problems.length;
    fill("problems", problems, (text) => element("li", {}, words(text)));
    byId("noted").hidden = !status.journal.notices.length;
    fill("notices", status.journal.notices, (text) => element("li", {}, words(text)));
    fill("newest", live.quotations, (q) => quotation(q, clock(q.at)), "Nothing has come in yet.");
    fill("speakers", live.speakers, speaker, "Nobody yet.");
    fill("files", live.files, file, "No files yet.");
    fill("failures", live.failures, failure, "None.");
    byId("search").hidden = !live.can_find;
  }

  // MARK: Events

  function listen() {
    const events = new EventSource(new URL("events", location.origin + location.pathname));
    events.onmessage = (event) => show({ ...latest, ...JSON.parse(event.data) });
    events.onerror = () => {
      say("no connection to the daemon; trying again …", true);
      // It gives up by itself where it is refused, as when too many look on.
      if (events.readyState === EventSource.CLOSED) setTimeout(listen, 10000);
    };
  }

  byId("pause").addEventListener("click", () => {
    paused = !paused;
    byId("pause").setAttribute("aria-pressed", String(paused));
    if (!paused && latest) show(latest);
  });

  // MARK: Finding

  let question = 0;

  async function find() {
    const mine = ++question;
    const query = new URLSearchParams(new FormData(byId("search")));
    byId("results").hidden = false;
    byId("results-note").textContent = "looking …";
    let note;
    let found = [];
    let rest = "";
    try {
      // Not the page's own address, which may have a name and a password in it.
      const answer = await fetch(new URL(`find?${query}`, location.origin + location.pathname));
      const body = await answer.json();
      if (answer.ok) found = body.found;
      if (body.index && body.index.read < body.index.journals)
        rest = ` The index has read ${size(body.index.read)} of ${size(body.index.journals)} of the journals so far.`;
      note = !answer.ok ? `${body.error}; ${body.remedy}` : !found.length ? `Nothing was found${rest ? " so far." : "."}`
        : found.length === 50 ? "The newest 50:" : `${many(found.length, "quotation")}:`;
    } catch {
      note = "The daemon did not answer; try again.";
    }
    if (mine !== question) return;
    byId("results-note").textContent = note + rest;
    shown.delete("found");
    fill("found", found, (q) => quotation(q, q.date.slice(0, 16).replace("T", " "), q.marks, q.title_marks));
    byId("results-title").focus();
  }

  function close() {
    question++;
    byId("results").hidden = true;
    byId("words").focus();
  }

  byId("search").addEventListener("submit", (event) => {
    event.preventDefault();
    find();
  });
  byId("close").addEventListener("click", close);
  byId("results").addEventListener("keydown", (event) => { if (event.key === "Escape") close(); });

  listen();
})();
