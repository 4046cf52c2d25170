/** An element that holds still under the press that leaves one of its boxes, so that no click is lost. */
import { LitElement } from 'lit';
import { endOfLeaving, watchPresses } from './press.ts';

export class SteadyElement extends LitElement {
  override connectedCallback(): void {
    watchPresses();
    super.connectedCallback();
  }

  protected override scheduleUpdate(): void | Promise<unknown> {
    const end = endOfLeaving();
    return end === null ? super.scheduleUpdate() : end.then(() => super.scheduleUpdate());
  }
}
