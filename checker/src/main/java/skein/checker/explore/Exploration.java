package skein.checker.explore;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import skein.checker.explore.Team.Worker;
import skein.checker.report.CheckResult.Stop;
import skein.checker.report.Forecast;
import skein.checker.report.ProgressListener.Progress;
import skein.checker.visited.Archive;
import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StatePartition;
import skein.checker.workers.Crew;
import skein.spec.model.Model;

/**
 * One search: level by level, each level in waves, each wave in two phases. In the first the
 * workers generate the successors of a piece of the frontier, each into buffers of its own, one for
 * each partition; in the second each partition, in one worker's hands, takes in those that are new.
 * No thread ever writes what another reads in the same phase, so there is nothing to lock; and as
 * units of work, waves and partitions are cut by counts alone, every figure and the order of every
 * log are the same for any number of workers.
 *
 * <p>After Stern and Dill (Parallelizing the Murphi verifier, CAV 1997), with levels and barriers
 * in the place of their messages.
 */
final class Exploration {
  private static final long LEAST_WAVE = 1 << 16;
  private static final long RECORDS_EACH = 1 << 13;
  private static final int RESERVE = 1 << 16;

  private final Model model;
  private final boolean symmetric;
  private final boolean keepGoing;
  private final Limits limits;
  private final Room room;
  private final Heartbeat heartbeat;
  private final Crew crew;
  private final Team team;
  private final Exchange exchange;
  private final PartitionedStates states;
  private final boolean splits;

  /** Given back when memory runs out, so that there is room to say so. */
  private long[] reserve = new long[RESERVE];

  private final List<Long> levels = new ArrayList<>();
  private int level;
  private long inLevels;
  private long distinct;
  private long expanded;
  private double unreduced;
  private volatile boolean skipped;
  private Optional<Stop> stopped = Optional.empty();

  Exploration(
      Model model,
      Checks checks,
      SearchOptions options,
      Limits limits,
      Crew crew,
      Heartbeat heart,
      Optional<Archive> archive) {
    this.model = model;
    this.symmetric = options.symmetry() && model.symmetric();
    this.keepGoing = options.keepGoing();
    this.limits = limits;
    this.room = new Room(limits.memory(), model.words());
    this.heartbeat = heart;
    this.crew = crew;
    this.team = new Team(model, symmetric, checks, crew.size());
    this.exchange = new Exchange(model.words(), crew.size());
    this.states =
        archive
            .map(kept -> new PartitionedStates(model.words(), kept))
            .orElseGet(() -> new PartitionedStates(model.words()));
    this.splits = archive.isEmpty();
  }

  /** Searches until everything is explored, something is found, or a limit is reached. */
  void run() {
    try {
      begin();
      while (stopped.isEmpty() && level < levels.size() && (keepGoing || !team.anythingFound())) {
        exploreLevel();
      }
    } catch (OutOfMemoryError e) {
      reserve = null;
      exchange.free();
      stopped = Optional.of(Stop.MEMORY);
      closeLevel();
    }
    exchange.free();
  }

  private void begin() {
    exchange.reset(states.bits());
    team.worker(0).expander.begin(exchange.outbox(0));
    exchange.outbox(0).endUnit(0);
    takeIn(0, false);
    closeLevel();
    stopIfReached();
  }

  private void exploreLevel() {
    if (limits.tooDeep(level)) {
      stopped = Optional.of(Stop.DEPTH);
      return;
    }
    states.enterLevel(level + 1);
    exploreWaves();
    closeLevel();
    level++;
  }

  /** Counts the states found since the last level was closed as one level, if there are any. */
  private void closeLevel() {
    if (distinct > inLevels) {
      levels.add(distinct - inLevels);
      inLevels = distinct;
    }
  }

  private void exploreWaves() {
    while (stopped.isEmpty() && expanded < inLevels) {
      if (splits) {
        room.split(states, distinct, crew);
      }
      long records = room.records(states, wantedRecords());
      if (records == 0) {
        stopped = Optional.of(Stop.MEMORY);
        return;
      }
      explore(Wave.next(states, level, waveSize(records)), records);
      heartbeat.beat(this::progress);
      stopIfReached();
    }
  }

  /**
   * So many successors that they come to 8,192 a partition: enough to keep the fixed costs of a
   * wave small, few enough to stay in a cache until they are taken in.
   */
  private long wantedRecords() {
    return Math.max(LEAST_WAVE, states.count() * RECORDS_EACH);
  }

  /** How many states have about so many successors. */
  private long waveSize(long records) {
    long outcomes = 1 + team.generated() / Math.max(1, expanded);
    return Math.min(Math.max(1, records / outcomes), limits.statesLeft(distinct));
  }

  private void explore(Wave wave, long records) {
    boolean together = wave.units() > 1;
    if (exchange.bytes() > room.buffers(records)) {
      exchange.free(); // what it kept of larger waves, or of workers who did more in an earlier one
    }
    exchange.reset(states.bits());
    crew.run(wave.units(), together, (worker, unit) -> expand(worker, wave, unit));
    expanded += wave.states();
    takeIn(level + 1, together);
  }

  private void expand(int number, Wave wave, int unit) {
    if (limits.urgent()) {
      skipped = true;
      return;
    }
    Worker worker = team.worker(number);
    Outbox outbox = exchange.outbox(number);
    for (int slice = wave.unitStart(unit); slice < wave.unitEnd(unit); slice++) {
      StatePartition partition = states.partition(wave.partition(slice));
      worker.expander.expand(partition, wave.start(slice), wave.end(slice), level, outbox);
    }
    outbox.endUnit(unit);
    if (number == 0) {
      heartbeat.beat(this::progress);
    }
  }

  /** The second phase: each partition takes in what is new of what was generated for it. */
  private void takeIn(int depth, boolean together) {
    makeRoom();
    double[] orbits = new double[states.count()];
    crew.run(
        states.count(),
        together,
        (worker, number) -> orbits[number] = takeIn(team.worker(worker), number, depth));
    distinct = states.size();
    for (double sum : orbits) {
      unreduced += sum;
    }
  }

  private double takeIn(Worker worker, int number, int depth) {
    StatePartition partition = states.partition(number);
    int before = partition.size();
    exchange.deliver(number, partition);
    worker.examiner.examineNew(partition, before, partition.size(), depth);
    return symmetric ? orbitSizes(partition, before) : partition.size() - before;
  }

  private double orbitSizes(StatePartition partition, int from) {
    double sum = 0;
    for (int position = from; position < partition.size(); position++) {
      sum += model.orbitSize(partition.block(position), partition.offset(position));
    }
    return sum;
  }

  /** Splits the partitions if what was generated could overflow one. */
  private void makeRoom() {
    while (mostIn() > StatePartition.CAPACITY) {
      int bits = states.bits() + 4;
      states.split(bits, crew);
      exchange.reroute(bits);
    }
  }

  private long mostIn() {
    long most = 0;
    for (int number = 0; number < states.count(); number++) {
      most = Math.max(most, states.partition(number).size() + exchange.count(number));
    }
    return most;
  }

  private void stopIfReached() {
    if (skipped || distinct > expanded) {
      stopped = limits.reached(distinct);
    }
  }

  private Progress progress() {
    long frontier = distinct - expanded;
    long nanos = limits.elapsed().toNanos();
    return new Progress(
        team.generated(),
        distinct,
        frontier,
        level,
        bytes(),
        nanos,
        Forecast.of(levels(), distinct, frontier, states.bytes(), limits.memory(), nanos));
  }

  /** What was counted and found. */
  Tally total() {
    return team.total();
  }

  PartitionedStates states() {
    return states;
  }

  /** Whether fingerprints are compared, and not states. */
  boolean fingerprints() {
    return !splits;
  }

  boolean symmetric() {
    return symmetric;
  }

  /** Distinct states. */
  long distinct() {
    return distinct;
  }

  /** States that the distinct ones stand for. */
  double unreduced() {
    return unreduced;
  }

  /** Distinct states of each level; the last may be unfinished if the search was stopped. */
  ImmutableList<Long> levels() {
    return ImmutableList.copyOf(levels);
  }

  Optional<Stop> stopped() {
    return stopped;
  }

  /** Memory that states and buffers take. */
  private long bytes() {
    return states.bytes() + exchange.bytes();
  }
}
