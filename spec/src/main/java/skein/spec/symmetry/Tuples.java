package skein.spec.symmetry;

import skein.spec.symmetry.Relations.Block;
import skein.spec.symmetry.Relations.Naming;
import skein.spec.symmetry.Relations.Plain;

/**
 * What one state says of a component's points: a hash of what is true of each by itself, and the
 * tuples of points that some cell relates, each with a hash of the cell's family and value. Null
 * references, empty sets and zeros relate nothing.
 */
final class Tuples {
  private static final long SELF = Hash.seed(1 << 29);

  private final Relations relations;

  /** What is true of each point by itself. */
  final long[] own;

  /** In how many tuples each point is, and how many cells elsewhere mention it. */
  final int[] degree;

  /** Pairs of different points: {@code left[i], right[i]}, related as {@code kinds[i]} says. */
  final int[] left;

  final int[] right;
  final long[] kinds;
  int pairs;

  /** Longer tuples: {@code members[starts[i] .. starts[i + 1]-1]}. */
  final int[] members;

  final int[] starts;
  final long[] longKinds;
  int longTuples;

  Tuples(Relations relations) {
    this.relations = relations;
    this.own = new long[relations.points];
    this.degree = new int[relations.points];
    this.left = new int[relations.maxTuples];
    this.right = new int[relations.maxTuples];
    this.kinds = new long[relations.maxTuples];
    this.members = new int[relations.maxMembers];
    this.starts = new int[relations.maxTuples + 1];
    this.longKinds = new long[relations.maxTuples];
  }

  /** Reads them from a state. */
  void load(long[] states, int at) {
    pairs = 0;
    longTuples = 0;
    for (Plain columns : relations.plain) {
      loadPlain(columns, states, at);
    }
    for (Naming cells : relations.mentions) {
      for (int place : cells.places()) {
        mention(cells, place, (states[at + (place >>> 6)] >>> place) & cells.mask());
      }
    }
    for (int k = 0; k < relations.columns.length; k++) {
      loadColumn(relations.columns[k], relations.owners[k], states, at);
    }
    for (Block block : relations.blocks) {
      loadBlock(block, states, at);
    }
  }

  private void loadPlain(Plain columns, long[] states, int at) {
    for (int i = 0; i < columns.size(); i++) {
      long hash = columns.seed();
      for (int k = 0; k < columns.pieces().length; k++) {
        hash = Hash.mix(hash + (columns.pieces()[k].load(i, states, at) ^ columns.seeds()[k]));
      }
      own[columns.first() + i] = hash;
      degree[columns.first() + i] = 0;
    }
  }

  private void mention(Naming cells, int place, long value) {
    long kind = Hash.mix(cells.seed() + place);
    if (!cells.set()) {
      mention(cells.named()[(int) value], kind);
      return;
    }
    for (long rest = value; rest != 0; rest &= rest - 1) {
      mention(cells.named()[Long.numberOfTrailingZeros(rest)], kind);
    }
  }

  private void mention(int point, long kind) {
    if (point >= 0) {
      own[point] += kind;
      degree[point]++;
    }
  }

  private void loadColumn(Naming cells, int[] owners, long[] states, int at) {
    int[] places = cells.places();
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      long value = (states[at + (place >>> 6)] >>> place) & cells.mask();
      if (value == 0) {
        continue;
      }
      if (!cells.set()) {
        relate(owners[i], cells.named()[(int) value], cells.seed(), value);
        continue;
      }
      for (long rest = value; rest != 0; rest &= rest - 1) {
        int bit = Long.numberOfTrailingZeros(rest);
        relate(owners[i], cells.named()[bit], cells.seed(), bit);
      }
    }
  }

  /**
   * @param named the point that a cell of {@code owner} names; if -1, {@code value} is its value,
   *     which no renaming changes
   */
  private void relate(int owner, int named, long seed, long value) {
    if (named < 0) {
      own[owner] += Hash.mix(seed + Hash.mix(value + 1));
    } else {
      pair(owner, named, seed);
    }
  }

  private void pair(int first, int second, long kind) {
    degree[first]++;
    degree[second]++;
    if (first == second) {
      own[first] += Hash.mix(kind ^ SELF);
      return;
    }
    left[pairs] = first;
    right[pairs] = second;
    kinds[pairs++] = kind;
  }

  private void loadBlock(Block block, long[] states, int at) {
    Naming cells = block.naming();
    int[] places = cells.places();
    for (int i = 0; i < places.length; i++) {
      int place = places[i];
      long value = (states[at + (place >>> 6)] >>> place) & cells.mask();
      if (value == 0) {
        continue;
      }
      if (cells.named().length == 0) {
        relate(block, i, -1, Hash.mix(cells.seed() + value));
      } else if (!cells.set()) {
        relateNamed(block, i, cells.named()[(int) value], value);
      } else {
        for (long rest = value; rest != 0; rest &= rest - 1) {
          int bit = Long.numberOfTrailingZeros(rest);
          relateNamed(block, i, cells.named()[bit], bit);
        }
      }
    }
  }

  private void relateNamed(Block block, int cell, int named, long value) {
    long seed = block.naming().seed();
    relate(block, cell, named, named < 0 ? Hash.mix(seed + Hash.mix(value + 1)) : seed);
  }

  /** Adds the tuple of the points that index a cell and, if it is not -1, the one it names. */
  private void relate(Block block, int cell, int named, long kind) {
    int arity = block.arity();
    int[] points = block.points();
    if (arity == 2 && named < 0) {
      pair(points[cell * 2], points[cell * 2 + 1], kind);
      return;
    }
    int start = starts[longTuples];
    int end = start;
    for (int k = 0; k < arity; k++) {
      members[end++] = points[cell * arity + k];
    }
    if (named >= 0) {
      members[end++] = named;
    }
    longKinds[longTuples++] = Hash.mix(kind + equalMembers(start, end));
    starts[longTuples] = end;
    for (int k = start; k < end; k++) {
      degree[members[k]]++;
    }
  }

  /** A number that says which members of a tuple are the same point. */
  private long equalMembers(int start, int end) {
    long pattern = 0;
    for (int i = start; i < end; i++) {
      for (int j = start; j < i; j++) {
        pattern = pattern * 3 + (members[i] == members[j] ? 2 : 1);
      }
    }
    return pattern;
  }
}
