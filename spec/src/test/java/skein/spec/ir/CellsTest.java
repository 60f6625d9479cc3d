package skein.spec.ir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import skein.spec.ir.StateVar.Dimension;

class CellsTest {
  private final SystemBuilder system = new SystemBuilder();
  private final Sort page = system.objects("Page", 2);
  private final StateVar flag = system.global("flag", new Scalar.Bool());
  private final StateVar grid =
      system.member("grid", page, new Scalar.Int(3, 9), Dimension.plain(3));
  private final StateVar owner = system.global("owner", new Scalar.Ref(page));
  private final Cells cells = new Cells(system.build());

  @Test
  void numbersCellsRowMajor() {
    assertThat(cells.count()).isEqualTo(8);
    assertThat(cells.cell(flag)).isZero();
    assertThat(cells.cell(grid, 1, 2)).isEqualTo(6);
    assertThat(cells.cell(owner)).isEqualTo(7);
    for (int cell = 0; cell < cells.count(); cell++) {
      int[] indices = cells.indices(cell);
      long[] same = java.util.Arrays.stream(indices).asLongStream().toArray();
      assertThat(cells.cell(cells.variable(cell), same)).isEqualTo(cell);
    }
  }

  @Test
  void startsWithTheZeroOfEachType() {
    assertThat(cells.zero()).containsExactly(0, 3, 3, 3, 3, 3, 3, -1);
  }

  @Test
  void refusesIndicesOutOfBounds() {
    assertThatThrownBy(() -> cells.cell(grid, 1, 3)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cells.cell(grid, -1, 0)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> cells.cell(grid, 1)).isInstanceOf(IndexOutOfBoundsException.class);
  }
}
