// What the pages do more with a script than without one. All of it listens on the document: pages come and go.

// A filter is applied while one types.
let typing;
document.addEventListener("input", event => {
  const form = event.target.closest("form[data-live]");
  if (form) {
    clearTimeout(typing);
    typing = setTimeout(() => form.requestSubmit(), event.target.tagName === "SELECT" ? 0 : 350);
  }
});

// What is wrong is read first.
const lookAtErrors = () => document.querySelector("[data-focus]")?.focus();
Blazor.addEventListener("enhancedload", lookAtErrors);
lookAtErrors();

// A form is sent once, however often its button is pressed.
document.addEventListener("submit", event => {
  const form = event.target;
  if (form.method !== "post") return;
  if (form.dataset.sent && Date.now() - form.dataset.sent < 5000) {
    event.preventDefault();
    event.stopImmediatePropagation();
    return;
  }
  form.dataset.sent = Date.now();
}, true);
Blazor.addEventListener("enhancedload", () =>
  document.querySelectorAll("form[data-sent]").forEach(form => delete form.dataset.sent));

// What is typed is kept while one types, and at once when the page goes out of sight.
let unkept, keeping;
const keep = async (form, leaving) => {
  clearTimeout(unkept?.timer);
  unkept = undefined;
  keeping?.abort();
  keeping = new AbortController();
  const [typed, place] = [new FormData(form), document.getElementById("kept")];
  typed.set("_keep", "1");
  const body = new URLSearchParams(typed);
  try {
    const answer = await fetch(location.href, {
      // Browsers refuse to send more once the page is gone.
      method: "POST", body, signal: keeping.signal, keepalive: leaving && `${body}`.length < 60_000,
    });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    place.textContent = page.getElementById("kept")?.textContent ?? place.dataset.away;
  } catch (stopped) {
    if (stopped.name !== "AbortError") place.textContent = place.dataset.away;
  }
};
document.addEventListener("input", event => {
  const form = event.target.closest("form[data-keep]");
  if (!form) return;
  clearTimeout(unkept?.timer);
  unkept = { form, timer: setTimeout(() => keep(form), 1500) };
});
document.addEventListener("visibilitychange", () => {
  if (document.hidden && unkept) keep(unkept.form, true);
});
document.addEventListener("submit", () => {
  clearTimeout(unkept?.timer);
  unkept = undefined;
  keeping?.abort();
}, true);

// Ctrl+K: pages and actions by a few letters.
const palette = () => document.getElementById("palette");
const matches = list => [...list.querySelectorAll("li")].filter(item => !item.hidden);
document.addEventListener("keydown", event => {
  if ((event.ctrlKey || event.metaKey) && event.code === "KeyK" && palette()) {
    event.preventDefault();
    palette().showModal();
    palette().querySelector("input").select();
  }
});
document.addEventListener("click", event => {
  if (event.target.closest("[data-palette]") && palette()) {
    event.preventDefault();
    palette().showModal();
  }
  if (event.target.closest("#palette a")) palette().close();
});
document.addEventListener("input", event => {
  if (!event.target.closest("#palette")) return;
  const asked = event.target.value.trim().toLocaleLowerCase();
  palette().querySelectorAll("li").forEach(item =>
    item.hidden = !item.textContent.toLocaleLowerCase().includes(asked));
});
document.addEventListener("keydown", event => {
  if (!event.target.closest?.("#palette")) return;
  const links = matches(palette()).map(item => item.firstElementChild);
  const at = links.indexOf(document.activeElement);
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    links[(at + (event.key === "ArrowDown" ? 1 : links.length + (at < 0 ? 0 : -1))) % links.length]?.focus();
  } else if (event.key === "Enter" && event.target.tagName === "INPUT") {
    event.preventDefault();
    links[0]?.click();
  }
});

// A figure that is on the page and has changed since is told of; the page shows it when asked.
let followed;
const follow = () => {
  const place = document.querySelector("[data-stream]");
  if (place === followed?.place) return;
  followed?.source.close();
  followed = place && { place, source: new EventSource(place.dataset.stream) };
  followed?.source.addEventListener("headline", event => {
    place.hidden = Number(JSON.parse(event.data).attracted.amount) === Number(place.dataset.figure);
  });
};
Blazor.addEventListener("enhancedload", follow);
follow();
