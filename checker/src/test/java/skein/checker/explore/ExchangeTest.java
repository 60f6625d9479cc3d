package skein.checker.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import skein.checker.visited.LogPartition;
import skein.checker.visited.PartitionedStates;
import skein.checker.visited.StateHash;
import skein.checker.visited.StatePartition;

final class ExchangeTest {
  private static final int UNITS = 23;
  private static final int STATES = 50;

  /** Unit u holds the states u * STATES and the following; the owner of each unit is given. */
  private static Exchange exchange(int bits, int... owners) {
    Exchange exchange = new Exchange(1, 3);
    exchange.reset(bits);
    for (int unit = 0; unit < UNITS; unit++) {
      Outbox outbox = exchange.outbox(owners[unit % owners.length]);
      for (int i = 0; i < STATES; i++) {
        outbox.append(new long[] {unit * STATES + i}, 0);
      }
      outbox.endUnit(unit);
    }
    return exchange;
  }

  private static List<Long> delivered(Exchange exchange, int number) {
    StatePartition partition = new LogPartition(1);
    exchange.deliver(number, partition);
    List<Long> states = new ArrayList<>();
    for (int position = 0; position < partition.size(); position++) {
      states.add(partition.block(position)[partition.offset(position)]);
    }
    return states;
  }

  private static void assertInOrder(Exchange exchange, int bits) {
    long all = 0;
    for (int number = 0; number < 1 << bits; number++) {
      List<Long> states = delivered(exchange, number);
      assertThat(states).isSorted().hasSize((int) exchange.count(number));
      for (long state : states) {
        long hash = StateHash.of(new long[] {state}, 0, 1);
        assertThat(PartitionedStates.route(hash, bits)).isEqualTo(number);
      }
      all += states.size();
    }
    assertThat(all).isEqualTo(UNITS * STATES);
  }

  @Test
  void deliversInOrderOfUnits() {
    assertInOrder(exchange(3, 0), 3);
    assertInOrder(exchange(3, 0, 1, 2), 3);
    assertInOrder(exchange(3, 2, 0, 0, 1, 1, 0, 2), 3);
  }

  @Test
  void reroutesToMorePartitions() {
    Exchange exchange = exchange(2, 2, 0, 0, 1, 1, 0, 2);
    exchange.reroute(5);
    assertInOrder(exchange, 5);
  }
}
