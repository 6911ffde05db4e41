import type { FootnoteDefinition, Nodes, Root } from 'mdast';

/**
 * A remark plugin that calls footnotes by numbers, in the order in which they are first called, instead of by the
 * labels that the text gives them. Ids are made of what notes are called, so nothing that is written in a text becomes
 * an id, and no two notes and calls have the same one: of the labels `1` and `1-2`, the first called twice would.
 */
export function numberNotes() {
  return (tree: Root): void => {
    const notes = new Map<string, FootnoteDefinition>();
    visit(tree, (node) => {
      if (node.type !== 'footnoteDefinition') return true;
      if (!notes.has(node.identifier)) notes.set(node.identifier, node);
      // What is never called, and what has the label of an earlier one, is nobody's note.
      node.identifier = '';
      return true;
    });
    const called = new Set<FootnoteDefinition>();
    callFrom(tree);
    // A note that another one calls joins them meanwhile.
    for (const note of called) note.children.forEach(callFrom);

    function callFrom(part: Nodes): void {
      visit(part, (node) => {
        if (node.type === 'footnoteDefinition') return false;
        const note = node.type === 'footnoteReference' && notes.get(node.identifier);
        if (note && !called.has(note)) note.identifier = String(called.add(note).size);
        if (note) node.identifier = note.identifier;
        return true;
      });
    }
  };
}

/** @param enter is called with each node before its children; `false` passes them over */
function visit(node: Nodes, enter: (node: Nodes) => boolean): void {
  if (enter(node) && 'children' in node) for (const child of node.children) visit(child, enter);
}
