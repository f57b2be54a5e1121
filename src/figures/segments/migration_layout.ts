/** Customers who went from one place to another. */
export interface Flow {
  readonly from: string;
  readonly to: string;
  readonly customers: number;
  /** Those of them who bought nothing on the way. */
  readonly silent: number;
}

/** One place of a column: a block as high as its customers are many. */
export interface Block {
  readonly name: string;
  readonly customers: number;
  /** Upper and lower end, in pixels from the top. */
  readonly top: number;
  readonly bottom: number;
}

/** A band between two blocks: its upper and lower end at the left and at the right, in pixels. */
export interface Band {
  readonly flow: Flow;
  readonly silent: boolean;
  readonly left: readonly [number, number];
  readonly right: readonly [number, number];
}

/** Two columns of blocks with bands between them. */
export interface MigrationLayout {
  readonly left: readonly Block[];
  readonly right: readonly Block[];
  /** Thick ones first, so that thin ones are drawn upon them. */
  readonly bands: readonly Band[];
  /** Height of the higher column, in pixels. */
  readonly height: number;
}

/** How high all customers together are, the least room of a block, and the air between two. */
export interface MigrationRoom {
  readonly all: number;
  readonly least: number;
  readonly air: number;
}

/**
 * Places the blocks of two columns and the bands between them, all as high as their customers are
 * many.
 *
 * @param flows Customers by where they came from and where they went.
 * @returns Blocks and bands; a band ends on its blocks in the order of the other column, so that
 * bands of one block do not cross at their ends.
 */
export function migrationLayout(
  flows: readonly Flow[],
  left: readonly string[],
  right: readonly string[],
  room: MigrationRoom,
): MigrationLayout {
  const pixels = room.all / Math.max(total(flows), 1);
  const blocks = (names: readonly string[], end: "from" | "to") => {
    let y = 0;
    return names.map((name): Block => {
      const customers = total(flows.filter((flow) => flow[end] === name));
      const height = customers * pixels;
      const slot = Math.max(height, room.least);
      const top = y + (slot - height) / 2;
      y += slot + room.air;
      return { name, customers, top, bottom: top + height };
    });
  };
  const columns = { left: blocks(left, "from"), right: blocks(right, "to") };
  const filled = {
    left: new Map(columns.left.map(({ name, top }) => [name, top])),
    right: new Map(columns.right.map(({ name, top }) => [name, top])),
  };
  const take = (side: "left" | "right", name: string, customers: number) => {
    const start = filled[side].get(name) ?? 0;
    filled[side].set(name, start + customers * pixels);
    return [start, start + customers * pixels] as const;
  };
  const bands = left.flatMap((from) => right.map((to) => ({ from, to })))
    .flatMap(({ from, to }) => flows.filter((flow) => flow.from === from && flow.to === to))
    .flatMap((flow) =>
      [false, true].map((silent): Band => {
        const customers = silent ? flow.silent : flow.customers - flow.silent;
        return {
          flow,
          silent,
          left: take("left", flow.from, customers),
          right: take("right", flow.to, customers),
        };
      })
    );
  const thickness = ({ left: [top, bottom] }: Band) => bottom - top;
  return {
    ...columns,
    bands: bands.filter((band) => thickness(band) > 0)
      .sort((a, b) => thickness(b) - thickness(a)),
    height: Math.max(0, ...[...columns.left, ...columns.right].map(endOfSlot)),
  };

  function endOfSlot({ top, bottom }: Block): number {
    return Math.max(bottom, (top + bottom + room.least) / 2);
  }
}

function total(flows: readonly Flow[]): number {
  return flows.reduce((sum, { customers }) => sum + customers, 0);
}
