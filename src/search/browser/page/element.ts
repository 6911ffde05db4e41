/** Makes an element with properties and children; texts become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const made = Object.assign(document.createElement(tag), properties);
  made.append(...children);
  return made;
}

/** Shows an element with something in it, and hides it without. */
export function fill(container: HTMLElement, children: readonly HTMLElement[]): void {
  container.hidden = children.length === 0;
  container.replaceChildren(...children);
}
