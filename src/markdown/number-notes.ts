import type { FootnoteDefinition, Nodes, Root } from 'mdast';

/**
 * A remark plugin that labels footnotes with numbers, in the order of their first references, instead of the labels in the
 * text. Since ids are derived from labels, no text becomes an id, and ids are unique: with the labels `1` and `1-2`, the
 * second reference to the first note would have the same id as the first reference to the other.
 */
export function numberNotes() {
  return (tree: Root): void => {
    const notes = new Map<string, FootnoteDefinition>();
    visit(tree, (node) => {
      if (node.type !== 'footnoteDefinition') return true;
      if (!notes.has(node.identifier)) notes.set(node.identifier, node);
      // Notes without a reference, and those that repeat a label, stay without one.
      node.identifier = '';
      return true;
    });
    const referenced = new Set<FootnoteDefinition>();
    numberFrom(tree);
    // The set grows while it is iterated: a note may refer to others.
    for (const note of referenced) note.children.forEach(numberFrom);

    function numberFrom(part: Nodes): void {
      visit(part, (node) => {
        if (node.type === 'footnoteDefinition') return false;
        const note = node.type === 'footnoteReference' && notes.get(node.identifier);
        if (note && !referenced.has(note)) note.identifier = String(referenced.add(note).size);
        if (note) node.identifier = note.identifier;
        return true;
      });
    }
  };
}

/** @param enter is called with each node before its children; `false` skips them */
function visit(node: Nodes, enter: (node: Nodes) => boolean): void {
  if (enter(node) && 'children' in node) for (const child of node.children) visit(child, enter);
}
