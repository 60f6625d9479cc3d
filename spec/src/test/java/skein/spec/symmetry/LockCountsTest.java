package skein.spec.symmetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableSet;
import com.google.common.primitives.ImmutableLongArray;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Counts of two locks; those without symmetry were also reached by a program in Python. */
class LockCountsTest {
  @ParameterizedTest
  @CsvSource({"3, 131, 705", "4, 761, 14844", "5, 3860, 344805", "6, 17933, 8786754"})
  void filterLock(int processes, int orbits, long states) {
    LockModel.Found found = new FilterLock(processes).search(true);
    assertThat(found.states()).hasSize(orbits);
    assertThat(found.orbits()).isEqualTo(states);
  }

  @Test
  void filterLockOfSeven() {
    assertThat(new FilterLock(7).search(true).states()).hasSize(78_309);
  }

  @ParameterizedTest
  @CsvSource({"3, 608", "4, 7520", "5, 113472"})
  void mcsLock(int processes, long states) {
    LockModel.Found found = new McsLock(processes).search(true);
    assertThat(found.orbits()).isEqualTo(states);
  }

  @Test
  void representativesAreAsManyAsOrbits() {
    for (LockModel lock : new LockModel[] {new FilterLock(4), new McsLock(3), new McsLock(4)}) {
      LockModel.Found all = lock.search(false);
      FullOrbit orbits = new FullOrbit(lock.system());
      Set<ImmutableLongArray> rest = new HashSet<>();
      for (long[] state : all.states()) {
        long[] cells = new long[all.layout().cells()];
        all.layout().decode(state, 0, cells);
        rest.add(ImmutableLongArray.copyOf(cells));
      }
      int count = 0;
      while (!rest.isEmpty()) {
        ImmutableSet<ImmutableLongArray> orbit = orbits.of(rest.iterator().next().toArray());
        assertThat(rest.containsAll(orbit)).isTrue();
        rest.removeAll(orbit);
        count++;
      }
      assertThat(lock.search(true).states()).hasSize(count);
    }
  }
}
