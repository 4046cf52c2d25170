/** The list under a combobox: which option is active, and the keys that move in it. */

/** One option; `detail` is shown smaller beside the label. */
export interface ComboOption {
  readonly id: string;
  readonly label: string;
  readonly detail?: string;
}

/** The state of one open list. Focus stays in the text box (aria-activedescendant). */
export class ComboList<Option extends ComboOption> {
  options: readonly Option[] = [];
  active = -1;

  get isOpen(): boolean {
    return this.options.length > 0;
  }

  get activeOption(): Option | undefined {
    return this.options[this.active];
  }

  /** Shows options with none active yet: Enter then belongs to the text box. */
  show(options: readonly Option[]): void {
    this.options = options;
    this.active = -1;
  }

  close(): void {
    this.options = [];
    this.active = -1;
  }

  /** Moves by one, wrapping through "none" at either end. */
  move(by: 1 | -1): void {
    const places = this.options.length + 1;
    this.active = ((this.active + 1 + by + places) % places) - 1;
  }
}
