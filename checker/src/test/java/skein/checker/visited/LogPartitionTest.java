package skein.checker.visited;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import skein.checker.workers.Crew;

final class LogPartitionTest {

  /** States drawn from a few, so that about half are repeated. */
  private static long[] randomStates(Random random, int count, int words, int different) {
    long[] states = new long[count * words];
    for (int i = 0; i < count; i++) {
      int value = random.nextInt(different);
      for (int word = 0; word < words; word++) {
        states[i * words + word] = (long) value * (word + 1) << word * 7;
      }
    }
    return states;
  }

  private static List<Long> state(long[] states, int at, int words) {
    return Arrays.stream(states, at, at + words).boxed().toList();
  }

  private static List<List<Long>> log(StatePartition partition, int words) {
    List<List<Long>> log = new ArrayList<>();
    for (int position = 0; position < partition.size(); position++) {
      log.add(state(partition.block(position), partition.offset(position), words));
    }
    return log;
  }

  @Test
  void isASetInOrder() {
    for (int words = 1; words <= 4; words++) {
      Random random = new Random(words);
      LogPartition partition = new LogPartition(words);
      Map<List<Long>, Integer> expected = new HashMap<>();
      List<List<Long>> order = new ArrayList<>();
      for (int batch = 0; batch < 200; batch++) {
        int count = random.nextInt(300);
        long[] states = randomStates(random, count + 1, words, 20_000);
        partition.addAll(states, words, count);
        for (int i = 1; i <= count; i++) {
          List<Long> state = state(states, i * words, words);
          if (expected.putIfAbsent(state, expected.size()) == null) {
            order.add(state);
          }
        }
      }
      assertThat(log(partition, words)).as("words %s", words).isEqualTo(order);
      for (List<Long> state : order) {
        long[] array = state.stream().mapToLong(Long::longValue).toArray();
        assertThat(partition.find(array, 0, StateHash.of(array, 0, words)))
            .isEqualTo(expected.get(state));
        assertThat(partition.add(array, 0)).isEqualTo(expected.get(state));
      }
      assertThat(partition.size()).isEqualTo(order.size());
      long[] absent = new long[words];
      absent[0] = -1;
      assertThat(partition.find(absent, 0, StateHash.of(absent, 0, words))).isEqualTo(-1);
    }
  }

  @Test
  void levels() {
    LogPartition partition = new LogPartition(1);
    long[] states = {1, 2, 3, 4, 5, 6};
    partition.addAll(states, 0, 2);
    partition.enterLevel(1);
    partition.addAll(states, 0, 2);
    partition.enterLevel(2);
    partition.addAll(states, 1, 3);
    partition.add(states, 4);
    partition.enterLevel(5);
    partition.add(states, 5);
    int[] starts = new int[8];
    Arrays.setAll(starts, partition::levelStart);
    assertThat(starts).containsExactly(0, 2, 2, 5, 5, 5, 6, 6);
  }

  @Test
  void memoryOfASmallState() {
    LogPartition partition = new LogPartition(2);
    long[] state = new long[2];
    int count = 500_000;
    for (int i = 0; i < count; i++) {
      state[0] = i;
      partition.add(state, 0);
    }
    assertThat((double) partition.bytes() / count).isBetween(21.0, 26.0);
  }

  /** Also just after a split, or the growth of every index, which happens to all at once. */
  @Test
  void memoryOfManySmallStates() {
    int words = 2;
    int chunk = 100_000;
    PartitionedStates states = new PartitionedStates(words);
    try (Crew crew = new Crew(1)) {
      long[] state = new long[words];
      for (int i = 1; i <= 6_000_000; i++) {
        state[1] = i;
        long hash = StateHash.of(state, 0, words);
        states.partition(PartitionedStates.route(hash, states.bits())).add(state, 0);
        if (i % chunk == 0) {
          states.split(PartitionedStates.bitsFor(i), crew);
          double most = i < 1_000_000 ? 29 : 26;
          assertThat((double) states.bytes() / i).as("%d states", i).isBetween(21.0, most);
          assertThat(states.bytesWith(chunk)).isGreaterThanOrEqualTo(states.bytes());
        }
      }
    }
  }

  /** What is planned for is never less than what is taken. */
  @Test
  void memoryIsForeseen() {
    Random random = new Random(3);
    LogPartition partition = new LogPartition(1);
    for (int round = 0; round < 200; round++) {
      int count = 1 + random.nextInt(1 << random.nextInt(13));
      long foreseen = partition.bytesWith(count);
      partition.addAll(random.longs(count).toArray(), 0, count);
      assertThat(partition.bytes()).isLessThanOrEqualTo(foreseen);
    }
  }

  @Test
  void splitKeepsOrderLevelsAndMarks() {
    Random random = new Random(7);
    int words = 2;
    PartitionedStates states = new PartitionedStates(words);
    for (int level = 0; level < 40; level++) {
      states.enterLevel(level);
      int count = random.nextInt(500);
      states.partition(0).addAll(randomStates(random, count, words, 100_000), 0, count);
    }
    int taken = 3000;
    states.partition(0).take(taken);
    List<List<Long>> before = log(states.partition(0), words);
    long[] from = new long[41];
    Arrays.setAll(from, states::sizeFrom);
    try (Crew crew = new Crew(2)) {
      states.split(3, crew);
      states.split(5, crew);
    }
    assertThat(states.count()).isEqualTo(32);
    assertThat(states.size()).isEqualTo(before.size());
    for (int level = 0; level <= 40; level++) {
      assertThat(states.sizeFrom(level)).as("level %s", level).isEqualTo(from[level]);
    }
    int[] next = new int[32];
    for (int i = 0; i < before.size(); i++) {
      long[] state = before.get(i).stream().mapToLong(Long::longValue).toArray();
      int number = PartitionedStates.route(StateHash.of(state, 0, words), states.bits());
      StatePartition partition = states.partition(number);
      if (i == taken) {
        for (int other = 0; other < 32; other++) {
          assertThat(states.partition(other).taken()).isEqualTo(next[other]);
        }
      }
      int position = next[number]++;
      assertThat(state(partition.block(position), partition.offset(position), words))
          .isEqualTo(before.get(i));
    }
  }

  @Test
  void partitionsByNumberOfStates() {
    assertThat(PartitionedStates.bitsFor(0)).isZero();
    assertThat(PartitionedStates.bitsFor(1 << 14)).isZero();
    assertThat(PartitionedStates.bitsFor((1 << 14) + 1)).isEqualTo(5);
    assertThat(PartitionedStates.bitsFor(1L << 33)).isLessThanOrEqualTo(20);
  }
}
