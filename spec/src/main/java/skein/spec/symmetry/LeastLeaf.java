package skein.spec.symmetry;

import java.util.Arrays;

/**
 * Labelling for any component: colours are refined; where several points that are no twins have one
 * colour, each class of twins among them is given a colour of its own in turn and refined further;
 * a colouring that tells all points apart but twins orders the points and so gives a renamed state,
 * a leaf. The representative is the least leaf among those with the least trace, a trace being one
 * hash of the colours for each branch taken. Everything that picks a branch is the same for all
 * states of an orbit, so they have the same leaves.
 *
 * <p>Two equal leaves give an automorphism, and a branch that an automorphism maps to one already
 * tried is left out (McKay, Practical graph isomorphism, 1981; Junttila and Kaski, ALENEX 2007).
 */
final class LeastLeaf implements Labelling {
  private static final long CHOSEN = Hash.seed(1 << 28);

  private final int points;
  private final int[] firsts;
  private final Mover mover;
  private final Tuples tuples;
  private final Colouring colouring;
  private final Twins twins;
  private final Branching[] branchings;
  private final BestLeaf best;
  private final int[] path;
  private final long[] leaf;
  private long[] states;
  private int at;

  /**
   * @param words longs a state
   */
  LeastLeaf(Component component, int words) {
    Relations relations = new Relations(component);
    this.points = relations.points;
    this.firsts = relations.firsts;
    this.mover = new Mover(component, words);
    this.tuples = new Tuples(relations);
    this.colouring = new Colouring(relations, tuples);
    this.twins = new Twins(component, tuples, mover, words);
    this.branchings = new Branching[points + 1];
    this.best = new BestLeaf(points, words);
    this.path = new int[points + 1];
    this.leaf = new long[words];
  }

  @Override
  public void canonicalize(long[] states, int at) {
    colour(states, at);
    long[] representative = leaf;
    if (colouring.discrete()) {
      mover.apply(colouring.order, states, at, leaf);
    } else {
      search();
      representative = best.state;
    }
    for (int word = 0; word < representative.length; word++) {
      states[at + word] = representative[word];
    }
  }

  @Override
  public long orbitSize(long[] states, int at) {
    colour(states, at);
    search();
    long size = 1;
    for (int sort = 1; sort < firsts.length; sort++) {
      for (int i = firsts[sort - 1]; i < firsts[sort]; i++) {
        size = Orbits.extend(size, i - firsts[sort - 1] + 1, best.runs[i]);
      }
    }
    if (size == Long.MAX_VALUE) {
      return size;
    }
    for (int depth = 0; depth < best.depth; depth++) {
      size /= best.orbits[depth];
    }
    return size;
  }

  /** Gives the points of a state their first colours. */
  private void colour(long[] colouredStates, int colouredAt) {
    states = colouredStates;
    at = colouredAt;
    tuples.load(states, at);
    long[] colours = branching(0).colours;
    for (int point = 0; point < points; point++) {
      colours[point] = (tuples.own[point] + tuples.degree[point] * CHOSEN) >>> 1;
    }
    colouring.refine(colours);
  }

  private void search() {
    twins.start(states, at);
    best.clear();
    explore(0);
  }

  private Branching branching(int depth) {
    if (branchings[depth] == null) {
      branchings[depth] = new Branching(points);
    }
    return branchings[depth];
  }

  /**
   * Searches the branch of the first {@code depth} choices of the path, whose colours are refined.
   *
   * @return the depth to go on at, less than {@code depth} if the rest of a branch is left out
   */
  private int explore(int depth) {
    Branching branching = branching(depth);
    if (!branching.choose(colouring.order, firsts, twins)) {
      return reach(depth);
    }
    if (best.complete && best.depth == depth) {
      return depth;
    }
    for (int i = 0; i < branching.count; i++) {
      if (!branching.tried(i)) {
        path[depth] = branching.classes[i];
        int back = descend(depth);
        if (back < depth) {
          return back;
        }
      }
    }
    if (best.complete && best.depth > depth && best.common(path, depth) == depth) {
      best.orbits[depth] = branching.orbitSize(best.path[depth]);
    }
    return depth;
  }

  /** Gives the class chosen at a depth a colour of its own. */
  private int descend(int depth) {
    long[] colours = branching(depth + 1).colours;
    System.arraycopy(branchings[depth].colours, 0, colours, 0, points);
    for (int point = 0; point < points; point++) {
      if (twins.representative[point] == path[depth]) {
        colours[point] = Hash.colour(colours[point] ^ CHOSEN);
      }
    }
    colouring.refine(colours);
    long hash = 0;
    for (long colour : colours) {
      hash += Hash.mix(colour);
    }
    return best.admits(depth + 1, hash) ? explore(depth + 1) : depth;
  }

  private int reach(int depth) {
    mover.apply(colouring.order, states, at, leaf);
    if (best.after(depth, leaf)) {
      best.replace(path, depth, colouring.order, leaf);
      countRuns(branchings[depth].colours);
      return depth;
    }
    return best.depth == depth && Arrays.equals(leaf, best.state) ? leaveOut(depth) : depth;
  }

  private void countRuns(long[] colours) {
    int[] order = colouring.order;
    for (int sort = 1; sort < firsts.length; sort++) {
      best.runs[firsts[sort - 1]] = 1;
      for (int i = firsts[sort - 1] + 1; i < firsts[sort]; i++) {
        boolean same = colours[order[i]] == colours[order[i - 1]];
        best.runs[i] = same ? best.runs[i - 1] + 1 : 1;
      }
    }
  }

  /** Uses the automorphism that maps the best leaf's order of the points to the present one. */
  private int leaveOut(int depth) {
    int common = best.common(path, depth);
    for (int d = 0; d <= common; d++) {
      branchings[d].join(best.order, colouring.order);
    }
    Branching branching = branchings[common];
    return branching.orbit(path[common]) == branching.orbit(best.path[common]) ? common : depth;
  }
}
