package skein.spec.symmetry;

import java.util.List;
import skein.spec.ir.Sort;

/** Where a component's states say what is true of its points and what relates them. */
final class Relations {
  /** Seeds from here on are for pieces, those below 0 for sorts, the others for families. */
  private static final int FIRST_PLAIN_SEED = 1 << 30;

  /** Columns of one sort without names. */
  record Plain(int first, int size, long seed, Piece[] pieces, long[] seeds) {}

  /** Cells of one family that name points. */
  record Naming(int[] places, long mask, int[] named, boolean set, long seed) {}

  /**
   * Cells that two or more points index, with plain values or with names.
   *
   * @param naming as above; its {@code named} is empty for plain values
   */
  record Block(int arity, int[] points, Naming naming) {}

  final int points;

  /** The first point of each sort, and {@link #points}. */
  final int[] firsts;

  final Plain[] plain;
  final Naming[] mentions;

  /** For each family indexed by one point that names points. */
  final Naming[] columns;

  /** The points of the cells of each of {@link #columns}. */
  final int[][] owners;

  final Block[] blocks;

  /** How many tuples a state can have, and how many points all tuples together. */
  final int maxTuples;

  final int maxMembers;

  Relations(Component component) {
    this.points = component.points();
    List<Sort> sorts = component.sorts();
    this.firsts = new int[sorts.size() + 1];
    for (int i = 0; i < sorts.size(); i++) {
      firsts[i + 1] = firsts[i] + sorts.get(i).size();
    }
    this.plain = sorts.stream().map(sort -> plain(component, sort)).toArray(Plain[]::new);
    this.mentions =
        component.mentions().stream().map(f -> naming(component, f)).toArray(Naming[]::new);
    List<Family> naming =
        component.columns().stream().filter(family -> family.names().isPresent()).toList();
    this.columns = naming.stream().map(f -> naming(component, f)).toArray(Naming[]::new);
    this.owners = naming.stream().map(component::coordinates).toArray(int[][]::new);
    this.blocks = component.blocks().stream().map(f -> block(component, f)).toArray(Block[]::new);
    int tuples = 0;
    int members = 0;
    for (Family family : component.families()) {
      int most = family.cells().size() * (family.set() ? Long.bitCount(family.mask()) : 1);
      tuples += most;
      members += most * (family.arity() + 1);
    }
    this.maxTuples = tuples;
    this.maxMembers = members;
  }

  private static Plain plain(Component component, Sort sort) {
    List<Family> families =
        component.columns(sort).stream().filter(family -> family.names().isEmpty()).toList();
    Piece[] pieces = Piece.of(sort, families).toArray(new Piece[0]);
    long[] seeds = new long[pieces.length];
    for (int i = 0; i < seeds.length; i++) {
      seeds[i] = Hash.seed(FIRST_PLAIN_SEED + i);
    }
    int first = component.first(sort);
    return new Plain(first, sort.size(), Hash.seed(-2 - first), pieces, seeds);
  }

  private static Naming naming(Component component, Family family) {
    int[] named = family.names().isPresent() ? component.named(family) : new int[0];
    return new Naming(family.places(), family.mask(), named, family.set(), Hash.seed(family.id()));
  }

  private static Block block(Component component, Family family) {
    return new Block(family.arity(), component.coordinates(family), naming(component, family));
  }
}
