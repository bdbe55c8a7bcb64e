// Dragging a card: the drop presses the button of the card's menu, and what is not in the menu cannot be dropped on.
let dragged;
const lanes = () => document.querySelectorAll("[data-lane]");
const buttonTo = lane => dragged?.querySelector(`button[data-to="${lane?.dataset.lane}"]`);
const laneOf = event => event.target.closest?.("[data-lane]");

document.addEventListener("dragstart", event => {
  dragged = event.target.closest?.("[data-card][draggable]");
  if (!dragged) return;
  event.dataTransfer.effectAllowed = "move";
  event.dataTransfer.setData("text/plain", dragged.id);
  lanes().forEach(lane => lane.toggleAttribute("data-takes", !!buttonTo(lane)));
});
document.addEventListener("dragover", event => {
  const over = laneOf(event);
  lanes().forEach(lane => lane.toggleAttribute("data-over", lane === over && !!buttonTo(lane)));
  if (buttonTo(over)) event.preventDefault();
});
document.addEventListener("drop", event => {
  const button = buttonTo(laneOf(event));
  if (!button) return;
  event.preventDefault();
  button.click();
});
document.addEventListener("dragend", () => {
  dragged = undefined;
  lanes().forEach(lane => {
    lane.removeAttribute("data-takes");
    lane.removeAttribute("data-over");
  });
});

// Esc leaves a card's menu, and the focus is where it was opened.
document.addEventListener("keydown", event => {
  const menu = event.key === "Escape" && event.target.closest?.(".moves[open]");
  if (menu) {
    menu.open = false;
    menu.querySelector("summary").focus();
  }
});
