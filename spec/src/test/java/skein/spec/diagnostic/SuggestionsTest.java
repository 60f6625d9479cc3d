package skein.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static skein.spec.diagnostic.Suggestions.distance;
import static skein.spec.diagnostic.Suggestions.nearest;

import com.google.common.collect.ImmutableList;
import org.junit.jupiter.api.Test;

class SuggestionsTest {
  @Test
  void countsEdits() {
    assertThat(distance("", "abc")).isEqualTo(3);
    assertThat(distance("kitten", "sitting")).isEqualTo(3);
    assertThat(distance("refs", "ref")).isEqualTo(1);
    assertThat(distance("form", "from")).isEqualTo(1);
    assertThat(distance("same", "same")).isZero();
  }

  @Test
  void findsTheNearest() {
    ImmutableList<String> names = ImmutableList.of("refs", "refs_lock", "io_pages", "TREE_REF");
    assertThat(nearest("ref", names)).contains("refs");
    assertThat(nearest("io_page", names)).contains("io_pages");
    assertThat(nearest("tree_ref", names)).contains("TREE_REF");
    assertThat(nearest("refslock", names)).contains("refs_lock");
    assertThat(nearest("x", names)).isEmpty();
    assertThat(nearest("completely_different", names)).isEmpty();
  }

  @Test
  void suggestsNoWordForItself() {
    assertThat(nearest("refs", ImmutableList.of("refs"))).isEmpty();
    assertThat(nearest("a".repeat(1_000_000), ImmutableList.of("a".repeat(999_999)))).isEmpty();
  }
}
