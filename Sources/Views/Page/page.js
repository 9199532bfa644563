"use strict";
// Shows what is known of a quotation beside it, and filters by speaker. The page can be read without.
(() => {
  document.documentElement.classList.add("live");
  const all = (selector) => [...document.querySelectorAll(selector)];
  const card = document.getElementById("card");
  const shown = document.getElementById("shown");

  const parts = new Map();
  for (const part of all("[data-q]")) {
    const id = part.dataset.q;
    if (!parts.has(id)) parts.set(id, []);
    parts.get(id).push(part);
  }

  // The card: one at a time, of the innermost quotation that is pointed at or has the focus.
  let current = null;
  let closing = 0;

  function place(at) {
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect();
    const last = [...at.getClientRects()].pop() ?? box;
    const room = document.documentElement.clientWidth - card.offsetWidth - 8;
    card.style.left = `${Math.max(8, Math.min(box.left, room)) + scrollX}px`;
    const below = last.bottom + 6;
    const fits = below + card.offsetHeight <= innerHeight || box.top < card.offsetHeight + 6;
    card.style.top = `${(fits ? below : box.top - card.offsetHeight - 6) + scrollY}px`;
  }

  function show(id, at) {
    clearTimeout(closing);
    if (id === current || at.closest(".off")) return;
    hide();
    current = id;
    for (const part of parts.get(id)) part.classList.add("on");
    const facts = document.getElementById(`${id}-facts`).cloneNode(true);
    facts.removeAttribute("id");
    card.replaceChildren(facts);
    card.hidden = false;
    place(at);
  }

  function hide() {
    clearTimeout(closing);
    if (current === null) return;
    for (const part of parts.get(current)) part.classList.remove("on");
    current = null;
    card.hidden = true;
  }

  // The pointer may wander onto the card, and a little off the words.
  const hideSoon = () => { clearTimeout(closing); closing = setTimeout(hide, 250); };

  // What comes to lie under a pointer that rests, when Escape takes the card away, was not asked for.
  let pointer = "";
  let dismissed = null;
  const follow = (event) => { pointer = `${event.clientX},${event.clientY}`; };
  document.addEventListener("pointermove", follow);

  document.addEventListener("pointerover", (event) => {
    follow(event);
    if (pointer === dismissed) return;
    dismissed = null;
    const part = event.target.closest("[data-q]");
    if (part) show(part.dataset.q, part);
    else if (event.target.closest("#card")) clearTimeout(closing);
    else if (current !== null) hideSoon();
  });
  document.addEventListener("focusin", (event) => {
    const part = event.target.closest("[data-q]");
    if (part) show(part.dataset.q, event.target);
    else hide();
  });
  document.addEventListener("focusout", hideSoon);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    dismissed = pointer;
    hide();
  });

  // The filter: with nobody chosen, everybody is shown.
  const chosen = new Set();
  const buttons = all("[data-speaker]");
  const marked = all("[data-s]");
  const articles = all("article");

  function filter() {
    hide();
    const isShown = (part) => chosen.size === 0 || part.dataset.s.split(" ").some((speaker) => chosen.has(speaker));
    for (const part of marked) part.classList.toggle("off", !isShown(part));
    const notes = marked.filter((part) => part.localName === "li");
    for (const article of articles) {
      article.hidden = chosen.size > 0 && articles.length > 1 && !article.querySelector("li[data-s]:not(.off)");
    }
    const count = notes.filter((note) => !note.classList.contains("off")).length;
    shown.textContent = chosen.size > 0 ? `${count} of ${notes.length} quotations shown.` : "";
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      const speaker = button.dataset.speaker;
      if (!chosen.delete(speaker)) chosen.add(speaker);
      button.setAttribute("aria-pressed", String(chosen.has(speaker)));
      filter();
    });
  }
})();
