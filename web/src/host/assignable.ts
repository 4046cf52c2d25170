/**
 * Frameworks assign whatever they find with `in`: `<crossfoot-editor form="order">` becomes
 * `editor.form = 'order'`, and a module throws where a property has only a getter. With this every such
 * property of an element takes the assignment and stays what it is.
 */
export function tolerateAssignment(element: CustomElementConstructor): void {
  const own = element.prototype as object;
  const done = new Set<string>();
  for (let at = own; at !== HTMLElement.prototype; at = Object.getPrototypeOf(at) as object) {
    for (const [name, each] of Object.entries(Object.getOwnPropertyDescriptors(at))) {
      if (done.has(name)) continue;
      done.add(name);
      if (!each.get || each.set) continue;
      Object.defineProperty(own, name, {
        get: each.get,
        set: () => undefined,
        configurable: true,
        enumerable: each.enumerable ?? false,
      });
    }
  }
}
