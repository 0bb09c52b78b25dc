const ROLES = new Set(
  (
    'undo redo cut copy paste selectAll reload forceReload toggleDevTools resetZoom zoomIn zoomOut togglefullscreen ' +
    'minimize close about quit appMenu fileMenu editMenu viewMenu windowMenu'
  ).split(' '),
);

export interface ItemTemplate {
  readonly id?: string;
  readonly label?: string;
  readonly role?: string;
  readonly type?: string;
  readonly accelerator?: string;
  readonly submenu?: readonly ItemTemplate[];
  readonly click?: () => void;
}

/** The native menu: a tree that tests can read and click. */
export class Menu {
  static buildFromTemplate: (template: readonly ItemTemplate[]) => Menu;
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[]) {
    this.items = items;
  }
  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

export class MenuItem {
  readonly id: string;
  readonly label: string;
  readonly role: string | undefined;
  readonly submenu: Menu | undefined;
  readonly #click: (() => void) | undefined;

  constructor(template: ItemTemplate, submenu: Menu | undefined) {
    const { id, label, role, type, click } = template;
    if (role !== undefined && !ROLES.has(role)) throw new Error(`stand-in: unknown menu role ${role}`);
    if (role === undefined && label === undefined && type !== 'separator') {
      throw new Error('Invalid template for MenuItem: must have a label, a role or a type');
    }
    this.id = id ?? '';
    this.label = label ?? role ?? '';
    this.role = role;
    this.submenu = submenu;
    this.#click = click;
  }
  click(): void {
    this.#click?.();
  }
}

Menu.buildFromTemplate = (template) =>
  new Menu(template.map((one) => new MenuItem(one, one.submenu && Menu.buildFromTemplate(one.submenu))));

/** The application menu belongs to a launch, so each gets its own face of `Menu`. */
export function menuOfApplication(): object {
  let current: Menu | null = null;
  return {
    buildFromTemplate: Menu.buildFromTemplate,
    setApplicationMenu: (menu: Menu | null): void => void (current = menu),
    getApplicationMenu: (): Menu | null => current,
  };
}
