import { describe, expect, it } from 'vitest';
import { DEFAULT_SHORTCUTS, keyText, shortcutOf } from '../../../web/src/element/shortcuts.ts';

const press = (code: string, keys: Partial<KeyboardEvent> = {}): KeyboardEvent =>
  ({
    code,
    ctrlKey: false,
    altKey: false,
    shiftKey: false,
    metaKey: false,
    ...keys,
  }) as KeyboardEvent;

describe('shortcuts', () => {
  it('are Alt+Shift for row commands, and Control+Shift on Apple systems', () => {
    expect(shortcutOf(press('KeyD', { altKey: true, shiftKey: true }), {}, false)).toBe(
      'duplicate',
    );
    expect(shortcutOf(press('KeyD', { ctrlKey: true, shiftKey: true }), {}, true)).toBe(
      'duplicate',
    );
    expect(shortcutOf(press('KeyD', { altKey: true, shiftKey: true }), {}, true)).toBeNull();
  });

  it('are told by the key’s place, so that ⌥ and layouts do not matter', () => {
    expect(shortcutOf(press('Slash', { altKey: true, shiftKey: true }), {}, false)).toBe('sheet');
  });

  it('can be remapped, and turned off', () => {
    const pressed = press('KeyD', { altKey: true, shiftKey: true });
    expect(shortcutOf(pressed, { duplicate: 'Row+KeyX' }, false)).toBeNull();
    expect(
      shortcutOf(press('KeyX', { altKey: true, shiftKey: true }), { duplicate: 'Row+KeyX' }, false),
    ).toBe('duplicate');
    expect(shortcutOf(pressed, null, false)).toBeNull();
  });

  // ED-2.4
  it('never are a key without a modifier, even when mapped so', () => {
    expect(shortcutOf(press('KeyD'), { duplicate: 'KeyD' }, false)).toBeNull();
    expect(
      shortcutOf(press('KeyD', { shiftKey: true }), { duplicate: 'Shift+KeyD' }, false),
    ).toBeNull();
    for (const combination of Object.values(DEFAULT_SHORTCUTS)) {
      expect(combination).toMatch(/^(Row|Mod)\+/);
    }
  });

  it('are printed as the platform prints them', () => {
    expect(keyText('Row+KeyD', false)).toBe('Alt+Shift+D');
    expect(keyText('Row+ArrowUp', true)).toBe('⌃⇧↑');
    expect(keyText('Mod+Shift+KeyZ', true)).toBe('⌘⇧Z');
  });
});
