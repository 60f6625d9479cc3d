package skein.cli.render;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import skein.checker.report.Violation;
import skein.cli.Golden;

class RendererTest {
  private static String columns(Violation violation) {
    return Format.COLUMNS.renderer().render(violation, 72);
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void readahead(Format format) {
    Golden.check("readahead." + format, format.renderer().render(SampleTraces.readahead(), 72));
  }

  @ParameterizedTest
  @EnumSource(
      value = Format.class,
      names = {"COLUMNS", "STEPS", "OOPS"})
  void deadlock(Format format) {
    Golden.check("deadlock." + format, format.renderer().render(SampleTraces.deadlock(), 72));
  }

  @Test
  void anInterruptWithoutRoomForAColumnInterruptsACpu() {
    Golden.check("completion.columns", columns(SampleTraces.readaheadWithCompletion()));
  }

  @Test
  void anInterruptGetsAColumnWhereThereIsRoom() {
    String wide = Format.COLUMNS.renderer().render(SampleTraces.readaheadWithCompletion(), 110);
    Golden.check("completion-wide.columns", wide);
  }

  @Test
  void fourTasksAreANumberedList() {
    Golden.check("four-tasks.columns", columns(SampleTraces.fourTasks()));
  }

  @Test
  void narrowDiagramsBecomeLists() {
    String narrow = Format.COLUMNS.renderer().render(SampleTraces.readahead(), 50);
    Golden.check("narrow.columns", narrow);
  }

  @Test
  void diagramsAreAsciiAndKeepTheWidth() {
    for (int width = 60; width <= 120; width++) {
      String diagram = Format.COLUMNS.renderer().render(SampleTraces.readahead(), width);
      for (String line : diagram.split("\n")) {
        assertThat(line).hasSizeLessThanOrEqualTo(width).matches("[ -~]*").doesNotEndWith(" ");
      }
    }
  }
}
