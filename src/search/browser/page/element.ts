/** Creates an element with properties and children; texts become text nodes, never markup. */
export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  properties: Partial<HTMLElementTagNameMap[Tag]> = {},
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Tag] {
  const created = Object.assign(document.createElement(tag), properties);
  created.append(...children);
  return created;
}

/** Replaces an element's children, and hides it when there are none. */
export function fill(container: HTMLElement, children: readonly HTMLElement[]): void {
  container.hidden = children.length === 0;
  container.replaceChildren(...children);
}
